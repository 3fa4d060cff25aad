using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>Whatever happens to goods, in whatever order it is recorded, the book has where they are, what they are
/// worth and what stands on the accounts as a naive second book does, to the last unit.</summary>
public sealed class StockHistoryTests
{
    [Fact]
    public void Any_history_of_goods_ends_as_a_naive_second_book_does() =>
        Gen.Int[0, int.MaxValue].Sample(seed => HoldsAsync(seed, 60).GetAwaiter().GetResult(), iter: 3, threads: 1);

    [Fact]
    public void Goods_posted_and_then_all_reversed_leave_nothing() =>
        Gen.Int[0, int.MaxValue].Sample(seed => EmptiesAsync(seed, 40).GetAwaiter().GetResult(), iter: 2, threads: 1);

    [Fact]
    public void The_same_documents_of_goods_end_the_same_in_whatever_order_they_arrive() =>
        Gen.Int[0, int.MaxValue].Sample(seed => SameAsync(seed, 40).GetAwaiter().GetResult(), iter: 2, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Many_histories_of_goods_end_as_a_naive_second_book_does() =>
        Gen.Int[0, int.MaxValue].Sample(seed => HoldsAsync(seed, 150).GetAwaiter().GetResult(), iter: 60, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Many_histories_of_goods_all_reversed_leave_nothing() =>
        Gen.Int[0, int.MaxValue].Sample(seed => EmptiesAsync(seed, 100).GetAwaiter().GetResult(), iter: 20, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Many_histories_of_goods_end_the_same_in_whatever_order_they_arrive() =>
        Gen.Int[0, int.MaxValue].Sample(seed => SameAsync(seed, 100).GetAwaiter().GetResult(), iter: 20, threads: 1);

    private static async Task HoldsAsync(int seed, int steps)
    {
        await using var book = await BookAsync();
        var random = new Random(seed);
        var history = new StockHistory(random, isPlain: false);
        var (closes, reopens) = (random.Next(2) == 0, random.Next(steps));
        for (var step = 0; step < steps; step++)
        {
            await StepAsync(book, history, random, $"seed {seed}, step {step}");
            if (closes && step == steps / 2)
            {
                await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 10)));
                history.Naive.Close(new DateOnly(2026, 1, 10));
            }

            if (step == reopens)
            {
                await book.ReopenAsync();
            }
        }

        Agrees(book, history.Naive, $"seed {seed}");
        await VerifiesAsync(book, seed);
    }

    private static async Task EmptiesAsync(int seed, int steps)
    {
        await using var book = await BookAsync();
        var history = new StockHistory(new Random(seed), isPlain: false);
        for (var step = 0; step < steps; step++)
        {
            var document = history.Next();
            if (await book.PostAsync(document) is PostResult.Posted)
            {
                history.Naive.Post(document).Should().BeTrue("seed {0}, {1}", seed, document);
            }
        }

        foreach (var one in Enumerable.Reverse(history.Naive.Documents).ToList())
        {
            await book.PostedAsync(Back(one.Document, null));
            history.Naive.Reverse(one, "", one.Document.BusinessAt).Should().BeTrue();
        }

        foreach (var sql in Nothing)
        {
            book.Number(sql).Should().Be(0, "seed {0}: {1}", seed, sql);
        }

        await VerifiesAsync(book, seed);
    }

    private static async Task SameAsync(int seed, int steps)
    {
        await using var one = await BookAsync();
        await using var other = await BookAsync();
        var (random, naive) = (new Random(seed), new StockHistory(new Random(seed), isPlain: true));
        var documents = Batches().ToList();
        foreach (var document in documents)
        {
            await one.PostedAsync(document);
            await other.PostedAsync(document);
            naive.Naive.Post(document).Should().BeTrue();
        }

        documents.Clear();
        for (var step = 0; step < steps; step++)
        {
            var document = naive.Next();
            if (naive.Naive.Post(document))
            {
                await one.PostedAsync(document);
                documents.Add(document);
            }
        }

        foreach (var document in Shuffled(documents, random))
        {
            await other.PostedAsync(document);
        }

        Agrees(one, naive.Naive, $"seed {seed}");
        Agrees(other, naive.Naive, $"seed {seed}, shuffled");
        await VerifiesAsync(other, seed);
    }

    private static readonly string[] Nothing =
    [
        "select count(*) from state_pool where qty <> 0 or value <> 0",
        "select count(*) from state_pool_queue",
        "select count(*) from state_stock where qty <> 0",
        "select count(*) from state_balance where amount <> 0",
        "select count(*) from state_followed where qty <> 0",
        "select count(*) from state_open_item",
    ];

    private static async Task StepAsync(TestBook book, StockHistory history, Random random, string where)
    {
        if (random.Next(8) == 0 && history.Back() is var (of, at))
        {
            var back = Back(of.Document, at) with { DocumentNo = of.Document.DocumentNo + "-R" + where[^1] };
            var reversed = await book.PostAsync(back);
            var isReversed = history.Naive.Reverse(of, back.DocumentNo, at);
            (reversed is PostResult.Posted).Should().Be(isReversed, "{0}: {1}: {2}", where, of.Document, reversed);
            return;
        }

        var document = history.Next();
        var result = await book.PostAsync(document);
        (result is PostResult.Posted).Should().Be(
            history.Naive.Post(document), "{0}: {1}: {2}", where, document, result);
    }

    private static void Agrees(TestBook book, NaiveStock naive, string where)
    {
        book.Places().Should().BeEquivalentTo(naive.Stock(), where);
        book.Elsewhere().Should().BeEquivalentTo(naive.Elsewhere(), where);
        book.Worths().Should().Equal(naive.Worths(), where);
        book.Values().Should().BeEquivalentTo(naive.Values(), where);
        book.Totals().Should().BeEquivalentTo(naive.Accounts(), where);
        book.Number("select coalesce(sum(amount), 0) from state_balance").Should().Be(0);
        book.Number("select coalesce((select sum(value) from state_pool), 0) - coalesce((select sum(amount) "
            + "from state_balance where account = '1405'), 0)").Should().Be(0, where);
    }

    private static async Task VerifiesAsync(TestBook book, int seed) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty("seed {0}", seed);

    private static Reversal Back(Document document, DateTimeOffset? at) =>
        new($"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}", document.DocumentNo + "-R")
        {
            BusinessAt = at == document.BusinessAt ? null : at,
        };

    /// <summary>Another order, what follows still after what it follows.</summary>
    private static List<Document> Shuffled(List<Document> documents, Random random)
    {
        var left = documents.OrderBy(_ => random.Next()).ToList();
        var shuffled = new List<Document>();
        while (left.Count > 0)
        {
            var next = left.First(one => one.Lines.Select(line => line.OriginalNo).Append(one.OriginalNo)
                .All(number => left.TrueForAll(other => other.DocumentNo != number)));
            left.Remove(next);
            shuffled.Add(next);
        }

        return shuffled;
    }

    /// <summary>Some of each batch of each item, so that every one is known.</summary>
    private static IEnumerable<Document> Batches() => NaiveStock.Items.Where(item => item.Value.HasBatches)
        .SelectMany(item => NaiveStock.Expiries.Keys.Select(batch => (Item: item.Key, Batch: batch)))
        .Select((one, at) => StockBook.Of(DocumentKind.OpeningStock, $"O{at}", "2026-01-01", Line(3, 10, one.Item) with
        {
            BatchNo = one.Batch, ExpiresOn = NaiveStock.Printed(one.Batch),
        }));

    private static async Task<TestBook> BookAsync()
    {
        var book = await CreateAsync();
        (await book.Journal.PostAsync(StockBook.Masters, default)).Should().AllBeOfType<PostResult.Posted>();
        return book;
    }
}
