using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>Whatever happens to money, the book has what is owed, what stands on each account, what members hold and
/// what was spent as a naive second book does, to the last unit.</summary>
public sealed class MoneyHistoryTests
{
    [Fact]
    public void Any_history_of_money_ends_as_a_naive_second_book_does() =>
        Gen.Int[0, int.MaxValue].Sample(seed => HoldsAsync(seed, 90).GetAwaiter().GetResult(), iter: 3, threads: 1);

    [Fact]
    public void Money_posted_and_then_all_reversed_leaves_nothing() =>
        Gen.Int[0, int.MaxValue].Sample(seed => EmptiesAsync(seed, 60).GetAwaiter().GetResult(), iter: 2, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Many_histories_of_money_end_as_a_naive_second_book_does() =>
        Gen.Int[0, int.MaxValue].Sample(seed => HoldsAsync(seed, 250).GetAwaiter().GetResult(), iter: 60, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Many_histories_of_money_all_reversed_leave_nothing() =>
        Gen.Int[0, int.MaxValue].Sample(seed => EmptiesAsync(seed, 150).GetAwaiter().GetResult(), iter: 20, threads: 1);

    private static async Task HoldsAsync(int seed, int steps)
    {
        await using var book = await BookAsync();
        var random = new Random(seed);
        var history = new MoneyHistory(random);
        Start(history);
        var closes = random.Next(2) == 0;
        for (var step = 0; step < steps; step++)
        {
            await StepAsync(book, history, random, $"seed {seed}, step {step}");
            if (closes && step == steps / 2)
            {
                await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 12)));
                history.Naive.Close(new DateOnly(2026, 1, 12));
            }
        }

        Agrees(book, history.Naive, $"seed {seed}");
        await VerifiesAsync(book, seed);
    }

    private static async Task EmptiesAsync(int seed, int steps)
    {
        await using var book = await BookAsync();
        var history = new MoneyHistory(new Random(seed));
        Start(history);
        var opening = history.Naive.Balances();
        for (var step = 0; step < steps; step++)
        {
            var document = history.Next();
            (await book.PostAsync(document) is PostResult.Posted).Should().Be(
                history.Naive.Post(document), "seed {0}, {1}", seed, document);
        }

        foreach (var one in Enumerable.Reverse(history.Naive.Entries.Skip(1)).ToList())
        {
            if (one.Document.Settles.Count > 0)
            {
                await book.PostedAsync(TakeBack(one, $"A{one.Document.DocumentNo}", 90));
                history.Naive.TakeBack(one, $"A{one.Document.DocumentNo}", 90).Should().BeTrue();
            }

            await book.PostedAsync(Back(one, one.Document.DocumentNo + "-R", one.Day));
            history.Naive.Reverse(one, one.Document.DocumentNo + "-R", one.Day).Should().BeTrue();
        }

        Agrees(book, history.Naive, $"seed {seed}");
        history.Naive.Balances().Should().BeEquivalentTo(opening);
        history.Naive.Open().Should().BeEmpty();
        await VerifiesAsync(book, seed);
    }

    private static async Task StepAsync(TestBook book, MoneyHistory history, Random random, string where)
    {
        var number = "Z" + where.Split(' ')[^1];
        if (random.Next(9) == 0 && history.Back() is var (of, day))
        {
            var reversed = await book.PostAsync(Back(of, number, day));
            (reversed is PostResult.Posted).Should().Be(
                history.Naive.Reverse(of, number, day), "{0}: {1} on {2}: {3}", where, of.Document, day, reversed);
            return;
        }

        if (random.Next(9) == 0 && history.Unsettle() is var (settling, on))
        {
            var taken = await book.PostAsync(TakeBack(settling, number, on));
            (taken is PostResult.Posted).Should().Be(
                history.Naive.TakeBack(settling, number, on), "{0}: {1}: {2}", where, settling.Document, taken);
            return;
        }

        var document = history.Next();
        var result = await book.PostAsync(document);
        (result is PostResult.Posted).Should().Be(
            history.Naive.Post(document), "{0}: {1}, {2}, {3}: {4}", where, document,
            string.Join(' ', document.MoneyLines), string.Join(' ', document.Settles), result);
    }

    private static void Agrees(TestBook book, NaiveMoney naive, string where)
    {
        book.Query(
                "select account, coalesce((select max(party_code) from party where party.party_id = b.party_id), ''), "
                + "amount from state_balance b where amount <> 0",
                row => ((row.GetString(0), row.GetString(1)), row.GetInt64(2) / 10_000m))
            .ToDictionary(one => one.Item1, one => one.Item2).Should().BeEquivalentTo(naive.Balances(), where);
        book.Query(
                "select d.kind || ' ' || d.document_no || ' ' || s.account || ' ' || (select max(party_code) "
                + "from party where party.party_id = s.party_id) || ' ' || s.due_date || ' ' || s.origin_date || ' ' "
                + "|| s.remaining from state_open_item s join document d on d.seq = s.seq",
                row => row.GetString(0))
            .Order(StringComparer.Ordinal).Should().Equal(naive.Open(), where);
        book.Query(
                "select business_date, 'CASH', sum(amount) from state_tender_day group by business_date "
                + "having sum(amount) <> 0",
                row => ((row.GetInt64(0), row.GetString(1)), row.GetDecimal(2) / 10_000m))
            .ToDictionary(one => one.Item1, one => one.Item2).Should().BeEquivalentTo(naive.Tills(), where);
        foreach (var (party, measure, total) in book.Query(
            "select (select max(party_code) from party where party.party_id = m.party_id), measure, total "
            + "from state_member_total m", row => (row.GetString(0), row.GetString(1), row.GetInt64(2) / 10_000m)))
        {
            total.Should().Be(naive.Holds(party, measure), where);
        }

        foreach (var month in (long[])[202601, 202602])
        {
            var spent = book.Number("select coalesce(sum(amount), 0) from state_budget where account = '6601' "
                + $"and department_id > 0 and month_key = {month}");
            (spent / 10_000m).Should().Be(naive.Spent("6601", "X1", month), where);
        }

        book.Number("select coalesce(sum(amount), 0) from state_balance").Should().Be(0);
    }

    private static async Task VerifiesAsync(TestBook book, int seed) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty("seed {0}", seed);

    private static Reversal Back(NaiveMoney.Entry of, string number, int day) =>
        new($"{DocumentKinds.Name(of.Document.Kind)}:{of.Document.DocumentNo}", number)
        {
            BusinessAt = day == of.Day ? null : of.Document.BusinessAt.AddDays(day - of.Day),
        };

    private static AllocationReversal TakeBack(NaiveMoney.Entry of, string number, int day) =>
        new(number, NaiveMoney.On(day))
        {
            OfKind = DocumentKinds.Name(of.Document.Kind), OfNo = of.Document.DocumentNo,
        };

    /// <summary>Goods at 1 each, enough of them.</summary>
    private static Document Stocked => new(DocumentKind.OpeningStock, "O1", Day("2025-12-31"))
    {
        StoreCode = Store, Lines = [Line(100_000, 100_000)],
    };

    private static void Start(MoneyHistory history)
    {
        var entry = new NaiveMoney.Entry(Stocked, -1);
        entry.Book("1405", "", 100_000);
        entry.Book("4104", "", -100_000);
        history.Naive.Entries.Add(entry);
    }

    private static async Task<TestBook> BookAsync()
    {
        var book = await CreateAsync();
        (await book.Journal.PostAsync(MoneyHistory.Masters, default)).Should().AllBeOfType<PostResult.Posted>();
        await book.PostedAsync(Stocked);
        return book;
    }
}
