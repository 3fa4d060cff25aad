using System.Collections.Concurrent;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Posting;

/// <summary>Many callers, two Journals, faults amid it: nothing lost, nothing doubled.</summary>
public sealed class ConcurrencyTests
{
    private const int Callers = 16;
    private const int Rounds = 12;

    [Fact]
    public async Task Sixteen_callers_of_the_same_items_lose_nothing_and_double_nothing()
    {
        await using var book = await CreateAsync();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Callers), new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (caller, _) => await TradeAsync(caller, _ => book.Journal));

        await AddsUpAsync(book);
    }

    [Fact]
    public async Task Two_journals_of_two_books_take_turns_and_lose_nothing()
    {
        await using var book = await CreateAsync();
        await using var otherBook = await Book.OpenAsync(book.Place.Text, BusinessDay.Shanghai, default);
        await using var other = await Journal.OpenAsync(otherBook, TimeProvider.System, default);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Callers), new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (caller, _) => await TradeAsync(caller, n => (caller + n) % 2 == 0 ? book.Journal : other));

        await AddsUpAsync(book);
    }

    [Fact]
    public async Task The_same_document_from_every_caller_at_once_is_posted_once()
    {
        await using var book = await CreateAsync();
        await using var other = await Journal.OpenAsync(book.Book, TimeProvider.System, default);
        var sale = Sale("D1", "2026-01-05", Line(1, 10));
        var results = new ConcurrentBag<PostResult>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Callers), new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (caller, ct) => results.Add(
                await (caller % 2 == 0 ? book.Journal : other).PostAsync(sale, ct)));

        var seq = results.OfType<PostResult.Posted>().Should().ContainSingle().Subject.Seq;
        results.OfType<PostResult.AlreadyThere>().Should().HaveCount(Callers - 1)
            .And.AllBeEquivalentTo(new PostResult.AlreadyThere(seq));
        book.Number("select count(*) from document").Should().Be(1);
    }

    [Fact]
    public async Task After_a_fault_the_journal_posts_again()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(5, 50)));
        book.Tamper("alter table money_movement rename to gone");
        var posting = () => book.PostAsync(Sale("D1", "2026-01-06", Line(1, 10)));
        await posting.Should().ThrowAsync<Exception>();
        book.Tamper("alter table gone rename to money_movement");

        await book.PostedAsync(Sale("D1", "2026-01-06", Line(1, 10)));

        book.Number("select qty from state_pool").Should().Be(4 * Qty.Scale);
        (await VerifyAsync(book)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_connection_lost_between_two_postings_is_not_noticed()
    {
        Skip.IfNot(TestPlace.IsPostgres, "a file has no connection to lose");
        await using var book = await CreateAsync();
        book.Place.Disconnect();

        await book.PostedAsync(Sale("D1", "2026-01-06", Line(1, 10)));

        (await VerifyAsync(book)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_connection_lost_amid_posting_is_a_fault_to_its_callers_and_to_no_one_after_them()
    {
        Skip.IfNot(TestPlace.IsPostgres, "a file has no connection to lose");
        await using var book = await CreateAsync();
        using (var lockout = book.Place.Connect())
        {
            using var head = TestPlace.Lock(lockout);
            var posting = () => book.PostAsync(Sale("D1", "2026-01-06", Line(1, 10)));
            var waiting = posting.Should().ThrowAsync<Exception>();
            for (var tries = 0; tries < 100 && !waiting.IsCompleted; tries++)
            {
                book.Place.Disconnect();
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, default);
            }

            await waiting;
        }

        await book.PostedAsync(Sale("D1", "2026-01-06", Line(1, 10)));

        (await VerifyAsync(book)).Should().BeEmpty();
    }

    /// <summary>Receives, sells and takes back, each handed in again at once by another hand.</summary>
    private static async Task TradeAsync(int caller, Func<int, Journal> journal)
    {
        for (var n = 0; n < Rounds; n++)
        {
            var item = (caller + n) % 3 == 0 ? OtherItem : Item;
            Document[] trade =
            [
                Receipt($"R{caller}-{n}", "2026-01-05", Line(3, 30 + n, item)),
                Sale($"D{caller}-{n}", "2026-01-06", Line(2, 40, item), Line(1, 20, item)),
                Return($"T{caller}-{n}", "2026-01-07", $"D{caller}-{n}", Line(1, 20, item) with { OriginalLineNo = 2 }),
            ];
            foreach (var document in trade)
            {
                var result = await journal(n).PostAsync(document, default);
                result.Should().BeOfType<PostResult.Posted>("{0} of {1}", result, document.DocumentNo);
                (await journal(n + 1).PostAsync(document, default)).Should().BeOfType<PostResult.AlreadyThere>();
            }
        }
    }

    private static async Task AddsUpAsync(TestBook book)
    {
        const int Trades = Callers * Rounds;
        book.Number("select count(*) from document").Should().Be(3 * Trades);
        book.Number("select max(seq) - count(*) from entry").Should().Be(0);
        book.Number("select sum(qty) from stock_movement").Should().Be(Trades * Qty.Scale);
        book.Number("select sum(qty) from state_pool").Should().Be(Trades * Qty.Scale);
        (await VerifyAsync(book)).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<Finding>> VerifyAsync(TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings;
}
