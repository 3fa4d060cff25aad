using System.Globalization;
using Analytics.Ledger.Filling;
using Analytics.Ledger.Verify;

namespace Analytics.Ledger.Tests.Filling;

public sealed class BookFillerTests
{
    private const long BlockSize = 4096;

    [Fact]
    public async Task A_filled_book_verifies_and_is_posted_on()
    {
        await using var test = await TestBook.CreateAsync(BlockSize);
        await test.PostedAsync(Documents(0, 1).Single());
        var rows = await BookFiller.FillAsync(
            test.Book, Documents(1, 20_000), TimeProvider.System, BlockSize, default);
        rows.Should().BeGreaterThan(150_000);
        (await VerifyAsync(test)).Should().BeEmpty();

        foreach (var document in Documents(20_000, 20_100))
        {
            await test.PostedAsync(document);
        }

        // A late one costs again from a checkpoint that the filling left.
        await test.PostedAsync(TestBook.Receipt("LATE", "2024-01-20", TestBook.Line(5_000, 90_000)));
        test.Number("select count(*) from cost_adjustment").Should().BeGreaterThan(1000);
        (await VerifyAsync(test)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_filled_book_is_row_for_row_what_a_journal_writes()
    {
        const int Count = 3000;
        await using var filled = await TestBook.CreateAsync(BlockSize / 4);
        await using var posted = await TestBook.CreateAsync(BlockSize / 4);
        await BookFiller.FillAsync(
            filled.Book, Documents(0, Count), TimeProvider.System, BlockSize / 4, default);
        foreach (var part in Documents(0, Count).Chunk(100))
        {
            (await posted.Journal.PostAsync(part, default)).Should().AllBeOfType<Ledger.Posting.PostResult.Posted>();
        }

        foreach (var table in (string[])[
            "document", "document_line", "stock_movement", "money_movement", "open_item", "control_total",
            "state_document", "state_document_no", "state_pool", "state_pool_queue", "state_pool_checkpoint",
            "state_balance", "state_open_item", "state_control", "state_movement", "state_stock"])
        {
            Rows(filled, table).Should().Equal(Rows(posted, table), table);
        }
    }

    [Fact]
    public async Task What_asks_for_entries_not_written_yet_is_not_filled_in()
    {
        await using var test = await TestBook.CreateAsync();
        var fill = () => BookFiller.FillAsync(
            test.Book,
            [.. Documents(0, 10), TestBook.Return("B1", "2025-01-01", "N1", TestBook.Line(1, 10))],
            TimeProvider.System, default);
        await fill.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_refused_document_says_why_it_is_not_filled_in()
    {
        await using var test = await TestBook.CreateAsync();
        var fill = () => BookFiller.FillAsync(
            test.Book, [TestBook.Sale("N1", "2025-01-01", TestBook.Line(1, 10, "none"))], TimeProvider.System, default);
        (await fill.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("none");
    }

    /// <summary>Sales of one to three lines, for cash and on account, and now and then a receipt.</summary>
    private static IEnumerable<Document> Documents(int from, int to)
    {
        for (var n = from; n < to; n++)
        {
            var number = "N" + n.ToString("D6", CultureInfo.InvariantCulture);
            DocumentLine[] lines =
            [
                .. Enumerable.Range(0, 1 + (n % 3)).Select(at => TestBook.Line(
                    1 + ((n + at) % 4), 11 + (n % 7), at == 1 ? TestBook.OtherItem : TestBook.Item)),
            ];
            var document = n % 10 == 0
                ? TestBook.Receipt(
                    number, "2024-01-01", TestBook.Line(100, 1000 + (n % 13)),
                    TestBook.Line(100, 2000 + (n % 17), TestBook.OtherItem))
                : TestBook.Sale(number, "2024-01-01", lines);
            yield return document with
            {
                BusinessAt = document.BusinessAt.AddMinutes(n * 10),
                Tender = n % 4 == 0 ? Tender.Account : document.Tender,
            };
        }
    }

    private static async Task<IReadOnlyList<Finding>> VerifyAsync(TestBook test)
    {
        var report = await BookVerifier.VerifyAsync(test.Book, [], null, BlockSize, default);
        return report.Findings;
    }

    private static List<string> Rows(TestBook test, string table)
    {
        var rows = test.Query($"select * from {table}", row =>
        {
            var cells = new object[row.FieldCount];
            row.GetValues(cells);
            return string.Join('|', cells);
        });
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
