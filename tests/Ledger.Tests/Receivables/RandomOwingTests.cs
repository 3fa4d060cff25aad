using Analytics.Ledger.Posting;
using Analytics.Ledger.Receivables;
using Analytics.Ledger.Verify;
using CsCheck;

namespace Analytics.Ledger.Tests.Receivables;

/// <summary>Whatever is posted, settled and taken back in whatever order, the book has open what a naive second book
/// has, to the last unit, at every step and as of every day.</summary>
public sealed class RandomOwingTests
{
    private static readonly string[] Accounts =
    [
        Account.Receivable, Account.AdvancePaid, Account.Payable, Account.AdvanceReceived,
    ];

    [Fact]
    public void Any_history_leaves_open_what_a_naive_second_way_has_open() =>
        Gen.Int[0, int.MaxValue].Sample(seed => HoldsAsync(seed, 50).GetAwaiter().GetResult(), iter: 8, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Many_histories_leave_open_what_a_naive_second_way_has_open() =>
        Gen.Int[0, int.MaxValue].Sample(seed => HoldsAsync(seed, 150).GetAwaiter().GetResult(), iter: 40, threads: 1);

    /// <summary>Its 128th step is a write-off of a sale against two returns, each with the whole amount.</summary>
    [Fact]
    public async Task A_history_with_a_write_off_whose_sides_differ_leaves_open_what_a_naive_second_way_has_open() =>
        await HoldsAsync(492133776, 150);

    /// <summary>Its 99th step takes back a write-off whose item was settled, and freed later than that day.</summary>
    [Fact]
    public async Task A_history_with_a_write_off_taken_back_early_leaves_open_what_a_naive_second_way_has_open() =>
        await HoldsAsync(480267716, 150);

    private static async Task HoldsAsync(int seed, int steps)
    {
        await using var book = await Owing.BookAsync();
        var owing = new RandomOwing(new Random(seed));
        for (var step = 0; step < steps; step++)
        {
            var (submission, isSound) = owing.Next();
            var result = await book.PostAsync(submission);
            (result is PostResult.Posted).Should().Be(
                isSound, "seed {0}, step {1}, {2}: {3}", seed, step, submission, result);
            Agrees(book, owing.Naive, seed);
        }

        await AsOfAsync(book, owing.Naive, seed);
        foreach (var entry in owing.Settling.Reverse().ToList())
        {
            if (owing.TakeBack(entry, 60) is { } back)
            {
                await book.PostedAsync(back);
            }
        }

        Agrees(book, owing.Naive, seed);
        owing.Naive.Items.Where(item => item.Entry.Split(' ')[0] is not ("write_off" or "allocation_reversal"))
            .Should().NotContain(item => owing.Naive.Left(item, int.MaxValue) != item.Amount, "seed {0}", seed);
        var report = await BookVerifier.VerifyAsync(book.Book, [], null, default);
        report.Findings.Where(finding => finding.Check != "cost").Should().BeEmpty("of seed {0}", seed);
    }

    private static void Agrees(TestBook book, NaiveItems naive, int seed)
    {
        naive.IsSound().Should().BeTrue("of seed {0}", seed);
        var open = book.Query(
            "select d.kind || ' ' || d.document_no || '/' || s.line_no || ' ' || s.account || ' ' || p.party_code "
            + "|| ' ' || s.due_date || ' ' || s.origin_date || ' ' || s.remaining from state_open_item s "
            + "join document d on d.seq = s.seq join party p on p.version_id = s.party_id order by s.seq, s.line_no",
            row => row.GetString(0));
        open.Should().Equal(naive.Items.Where(item => naive.Left(item) != 0).Select(item =>
            $"{item.Entry}/{item.Line} {item.Account} {item.Party} {Number(item.Due)} {Number(item.Origin)} "
            + $"{naive.Left(item) * 10_000:0}"), "seed {0}", seed);
        var balances = book.Query(
            "select b.account, p.party_code, b.amount, coalesce((select sum(remaining) from state_open_item s "
            + "where s.account = b.account and s.party_id = b.party_id), 0) from state_balance b "
            + "join party p on p.version_id = b.party_id",
            row => (
                Account: row.GetString(0), Party: row.GetString(1), Amount: row.GetInt64(2), Open: row.GetInt64(3)));
        balances.Should().NotContain(
            balance => balance.Amount != balance.Open
                || balance.Amount != naive.Balance(balance.Account, balance.Party, int.MaxValue) * 10_000,
            "seed {0}", seed);
        book.Number("select coalesce(sum(amount), 0) from state_balance").Should().Be(0);
    }

    private static async Task AsOfAsync(TestBook book, NaiveItems naive, int seed)
    {
        await using var view = await book.Book.ReadAsync(default);
        var reader = new OpenItemReader(view);
        foreach (var day in (int[])[-1, 0, 3, 7, 14, 21, 40])
        {
            foreach (var account in Accounts)
            {
                var items = await reader.ReadAsync(account, null, RandomOwing.On(day), default).ToListAsync();
                var balance = await reader.BalanceAsync(account, null, RandomOwing.On(day), default);
                var expected = naive.Items.Where(item => item.Account == account && item.Day <= day)
                    .Select(item => ($"{item.Entry}/{item.Line}", Left: naive.Left(item, day)))
                    .Where(item => item.Left != 0);
                items.Select(item => ($"{item.DocumentKind} {item.DocumentNo}/{item.LineNo}",
                        Left: item.Remaining.ToDecimal()))
                    .Should().BeEquivalentTo(expected, "seed {0}, day {1}", seed, day);
                items.Sum(item => item.Remaining.ToDecimal()).Should().Be(balance.ToDecimal());
            }
        }
    }

    private static long Number(int day) => Dates.Number(RandomOwing.On(day));
}
