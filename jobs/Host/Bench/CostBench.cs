using System.Diagnostics;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>Costing again after a backdated document.</summary>
/// <remarks>In a store of its own: a year of sales of a hundred items, then a receipt of all hundred dated a year back,
/// so that every movement of the store is costed again. Held against posting the same movements.</remarks>
/// <param name="book">An empty one, or one that holds another company already.</param>
/// <param name="movements">To be costed again.</param>
/// <param name="on">What book it is, for the row.</param>
internal sealed class CostBench(BenchBook book, long movements, string on)
{
    private const int Items = 100;
    private const int LinesPerDocument = 20;
    private const string Mark = "COST";

    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    public async Task<BenchRow> RunAsync(CancellationToken ct)
    {
        await using var journal = await Journal.OpenAsync(book.Book, TimeProvider.System, ct);
        await BenchBook.PostAsync(journal, Masters(), ct);
        await BenchBook.PostAsync(journal, [Receipt(Mark + "-R1", Begin.AddDays(-30), movements, 10)], ct);
        var documents = movements / LinesPerDocument;
        var startedAt = Stopwatch.GetTimestamp();
        for (var first = 0L; first < documents; first += 500)
        {
            var from = first;
            var batch = Enumerable.Range(0, (int)Math.Min(500, documents - first))
                .Select(at => Sale(from + at, documents));
            await BenchBook.PostAsync(journal, [.. batch], ct);
        }

        var posting = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        startedAt = Stopwatch.GetTimestamp();
        await BenchBook.PostAsync(journal, [Receipt(Mark + "-R2", Begin.AddDays(-15), movements, 30)], ct);
        var again = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        return new BenchRow(
            $"costing again, backdated by a year, {on}", movements / again, "movements/s", "posting them",
            movements / posting, string.Create(
                CultureInfo.InvariantCulture, $"{movements:N0} movements of {Items} items in {again:0.0} s"));
    }

    private static List<Submission> Masters() =>
    [
        new CategoryMaster(Mark, Mark),
        new StoreMaster(Mark, Mark),
        new PartyMaster(Mark, Mark) { IsSupplier = true },
        .. Enumerable.Range(0, Items).Select(n => new ItemMaster(Code(n), Code(n), Mark) { BaseUnit = "x" }),
    ];

    private static Document Receipt(string number, DateTimeOffset at, long qty, int price) =>
        new(DocumentKind.PurchaseReceipt, number, at)
        {
            StoreCode = Mark,
            PartyCode = Mark,
            Tender = Tender.Account,
            Lines =
            [
                .. Enumerable.Range(0, Items).Select(n =>
                    new DocumentLine(Code(n), Qty.Round(qty), Money.Round(qty * price))),
            ],
        };

    private static Document Sale(long n, long documents) =>
        new(
            DocumentKind.Sale, Mark + n.ToString(CultureInfo.InvariantCulture),
            Begin.AddSeconds(n * 31_000_000 / documents))
        {
            StoreCode = Mark,
            Lines =
            [
                .. Enumerable.Range(0, LinesPerDocument).Select(line => new DocumentLine(
                    Code((int)((n * LinesPerDocument) + line) % Items), Qty.Round(1 + (line % 3)), Money.Round(50))),
            ],
        };

    private static string Code(int n) => Mark + n.ToString(CultureInfo.InvariantCulture);
}
