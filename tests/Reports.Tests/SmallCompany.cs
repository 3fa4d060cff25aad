using Analytics.Fixtures;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Reports.Tests;

/// <summary>A company of the submissions that a test gives, its star, and a runner over the catalog.</summary>
internal sealed class SmallCompany : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly FixedClock clock = new(new(2026, 3, 20, 18, 30, 0, BusinessDay.Shanghai.Zone.BaseUtcOffset));
    private Book book = null!;
    private StarReaders readers = null!;
    private ReportRunner runner = null!;

    private SmallCompany()
    {
    }

    public static async Task<SmallCompany> CreateAsync(IEnumerable<Submission> submissions)
    {
        var made = new SmallCompany();
        made.book = await Book.OpenAsync(made.folder.File("ledger.db"), BusinessDay.Shanghai, default);
        await using (var journal = await Journal.OpenAsync(made.book, made.clock, default))
        {
            foreach (var submission in submissions)
            {
                var posted = await journal.PostAsync(submission, default);
                posted.Should().BeOfType<PostResult.Posted>("{0} came to {1}", submission, posted);
            }
        }
        var stars = new StarFolder(made.folder.File("star"));
        (await new Snapshot().RunAsync(made.book, stars, made.clock, null, default))
            .Should().BeOfType<SnapshotOutcome.Published>();
        made.readers = new(stars, new());
        made.runner = new(
            made.readers, Catalog.Load(null), Glossary.Load(), made.clock, BusinessDay.Shanghai.Zone);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await readers.DisposeAsync();
        await book.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Runs a report; parameters as <c>name=value</c>.</summary>
    public async Task<ReportResult> AnswerAsync(string id, params string[] parameters)
    {
        var given = parameters.Select(text => text.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return (await runner.RunAsync(new(id, given), Scope.Everything, default))
            .Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
    }

    /// <summary>Noon of a day of 2026.</summary>
    public static DateTimeOffset At(int month, int day) =>
        new(2026, month, day, 12, 0, 0, BusinessDay.Shanghai.Zone.BaseUtcOffset);

    /// <summary>On account, with a supplier or a customer.</summary>
    public static Document Of(DocumentKind kind, string number, string store, DateTimeOffset at, DocumentLine line) =>
        new(kind, number, at)
        {
            StoreCode = store, Lines = [line], Tender = Tender.Account,
            PartyCode = kind == DocumentKind.PurchaseReceipt ? "V" : "C",
        };

    public static DocumentLine Line(string item, decimal qty, decimal net, decimal taxRate) =>
        new(item, Qty.Round(qty), Money.Round(net)) { TaxAmount = Money.Round(net * taxRate) };

    /// <summary>Items A and B, a supplier and a customer.</summary>
    public static IEnumerable<Submission> Masters()
    {
        yield return new CategoryMaster("K", "类");
        yield return new ItemMaster("A", "甲", "K") { TaxRate = 0.13m };
        yield return new ItemMaster("B", "乙", "K") { TaxRate = 0.13m };
        yield return new PartyMaster("V", "供应商") { IsSupplier = true };
        yield return new PartyMaster("C", "客户") { IsCustomer = true };
    }
}
