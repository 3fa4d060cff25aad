using Analytics.Fixtures;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Invoices;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Reports.Tests;

/// <summary>What is invoiced and what not: by hand, and against the book's own reader over a random trade in which
/// anything is taken back.</summary>
[Collection(nameof(LivedCompany))]
public sealed class InvoiceFigureTests(LivedCompany lived)
{
    private static readonly string[] Amounts =
    [
        "gross_amount", "return_amount", "invoiced_amount", "red_amount", "uninvoiced_amount", "overinvoiced_amount",
        "invoice_count", "age_days",
    ];

    [Fact]
    public async Task Each_document_says_what_is_invoiced_lacking_and_beyond()
    {
        var answer = await lived.AnswerAsync("money/invoice_control", "status=all", "party=" + HandfulOfMoney.Customer);

        answer.FiguresOf("document_no", "HX-D1", Amounts).Should().Equal(1000, 0, 1000, 0, 0, 0, 1, 222);
        answer.FiguresOf("document_no", "HX-D2", Amounts).Should().Equal(180.8m, 0, 113, 22.6m, 67.8m, 0, 2, 18);
        answer.FiguresOf("document_no", "HX-D3", Amounts).Should().Equal(45.2m, 0, 0, 0, 45.2m, 0, 0, 17);
        answer.FiguresOf("document_no", "HX-D4", Amounts).Should().Equal(90.4m, 22.6m, 90.4m, 0, 0, 22.6m, 1, 16);
        answer.Rows.Select(row => answer.Text(row, "invoice_status")).Should()
            .Equal("done", "partly", "open", "beyond");
    }

    [Theory]
    [InlineData("as_of=2026-03-05", "partly", 135.6, 45.2)]
    [InlineData("as_of=2026-03-04", "open", 0, 180.8)]
    public async Task Nothing_dated_after_the_day_changes_what_is_invoiced(
        string day, string status, decimal invoiced, decimal lacking)
    {
        var answer = await lived.AnswerAsync(
            "money/invoice_control", "status=" + status, "party=" + HandfulOfMoney.Customer, day);

        answer.FiguresOf("document_no", "HX-D2", "invoiced_amount", "uninvoiced_amount").Should()
            .Equal(invoiced, lacking);
    }

    [Fact]
    public async Task What_is_not_invoiced_for_so_many_days_is_asked_for_by_days()
    {
        var answer = await lived.AnswerAsync(
            "money/invoice_control", "party=" + HandfulOfMoney.Customer, "least_days=17", "status=unsettled");

        answer.Rows.Select(row => answer.Text(row, "document_no")).Should().Equal("HX-D2", "HX-D3");
    }

    [Fact]
    public async Task A_receipt_without_an_invoice_is_lacking_one()
    {
        var answer = await lived.AnswerAsync(
            "money/invoice_control", "side=purchase", "party=" + HandfulOfMoney.Supplier);

        answer.FiguresOf("document_no", "HX-P1", "gross_amount", "uninvoiced_amount").Should().Equal(1356, 1356);
    }

    [Fact]
    public async Task The_register_has_each_invoice_and_adds_up_to_what_is_invoiced()
    {
        var register = await lived.AnswerAsync("money/invoices", "from_date=2025-01-01", "to_date=2026-03-20");

        register.FiguresOf("document_no", "HX-I3", "net_amount", "tax_amount", "gross_amount")
            .Should().Equal(-20, -2.6m, -22.6m);
        register.Sum("gross_amount").Should().Be(1203.4m);
    }

    [Theory]
    [InlineData("sales", 2)]
    [InlineData("sales", 3)]
    [InlineData("purchase", 2)]
    [InlineData("purchase", 3)]
    public async Task Documents_that_are_not_settled_are_those_that_the_book_finds(string side, int seed)
    {
        using var folder = new TempFolder();
        var clock = new FixedClock(new(2027, 12, 31, 12, 0, 0, TimeSpan.FromHours(8)));
        await using var book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        await using (var journal = await Journal.OpenAsync(book, clock, default))
        {
            foreach (var batch in new RoughTrade(seed).Batches(400))
            {
                await journal.PostAsync(batch, default);
            }
        }
        var stars = new StarFolder(folder.File("star"));
        await new Snapshot().RunAsync(book, stars, clock, null, default);
        await using var readers = new StarReaders(stars, new());
        var runner = new ReportRunner(readers, Catalog.Load(null), Glossary.Load(), clock, BusinessDay.Shanghai.Zone);
        var outcome = await runner.RunAsync(
            new("money/invoice_control", new Dictionary<string, string>
            {
                ["side"] = side, ["on_account_only"] = "false", ["from_date"] = "2025-01-01",
                ["to_date"] = "2028-12-31", ["as_of"] = "2028-12-31",
            }),
            Scope.Everything,
            default);
        var answer = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;

        var found = answer.Rows.Select(row => (
            answer.Text(row, "document_no"), answer.Text(row, "invoice_status") == "beyond",
            answer.Text(row, "invoice_status") == "partly"));
        var expected = await ExpectedAsync(book, side);
        found.Should().BeEquivalentTo(expected);
        expected.Should().HaveCountGreaterThan(5);
    }

    /// <summary>Items of which more or less is invoiced than was kept, by document: whether any has more, and whether
    /// else any is invoiced in part.</summary>
    private static async Task<List<(string Number, bool IsBeyond, bool IsPartly)>> ExpectedAsync(Book book, string side)
    {
        await using var view = await book.ReadAsync(default);
        var reader = new UninvoicedReader(view);
        var lines = await (side == "sales" ? reader.SalesAsync(null, default) : reader.ReceiptsAsync(null, default))
            .ToListAsync();
        var begun = (await Query.RowsAsync(view.Connection, """
            select o.document_no from invoice_line i
            join document o on o.seq = i.of_seq join document d on d.seq = i.seq
            where d.kind <> 'sales_invoice_request' group by i.of_seq, i.of_line_no having sum(i.qty) <> 0
            """)).Select(row => (string)row[0]!).ToHashSet();
        return lines.GroupBy(line => line.DocumentNo)
            .Select(document => (
                Number: document.Key,
                Left: document.GroupBy(line => line.ItemId).Select(item => item.Sum(line => line.Left.Units)).ToList()))
            .Where(document => document.Left.Any(left => left != 0))
            .Select(document =>
            {
                var isBeyond = document.Left.Any(left => left < 0);
                return (document.Number, isBeyond, !isBeyond && begun.Contains(document.Number));
            }).ToList();
    }
}
