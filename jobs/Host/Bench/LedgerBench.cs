using System.Diagnostics;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>Costing again after a backdated document, and verifying a book.</summary>
/// <remarks>A book of its own: a year of sales of a hundred items in one depot, then a receipt of all hundred dated a
/// year back, so that every movement is costed again. Held against posting the same movements.</remarks>
internal sealed class LedgerBench(BenchBook book, long movements)
{
    private const int Items = 100;
    private const int LinesPerDocument = 20;

    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        await using var journal = await Journal.OpenAsync(book.Book, TimeProvider.System, ct);
        await BenchBook.PostAsync(journal, Masters(), ct);
        await BenchBook.PostAsync(journal, [Receipt("R1", Begin.AddDays(-30), movements, 10)], ct);
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
        await BenchBook.PostAsync(journal, [Receipt("R2", Begin.AddDays(-15), movements, 30)], ct);
        var again = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        return
        [
            new(
                $"costing again, backdated by a year, {book.Engine}", movements / again, "movements/s", "posting them",
                movements / posting, string.Create(
                    CultureInfo.InvariantCulture, $"{movements:N0} movements of {Items} items in {again:0.0} s")),
            await new VerifyBench(book.Book, book.Engine).RunAsync(ct),
        ];
    }

    private static List<Submission> Masters() =>
    [
        new CategoryMaster("A", "A"),
        new StoreMaster("S", "S"),
        new PartyMaster("P", "P") { IsSupplier = true },
        .. Enumerable.Range(0, Items).Select(n => new ItemMaster(Code(n), Code(n), "A") { BaseUnit = "x" }),
    ];

    private static Document Receipt(string number, DateTimeOffset at, long qty, int price) =>
        new(DocumentKind.PurchaseReceipt, number, at)
        {
            StoreCode = "S",
            PartyCode = "P",
            Tender = Tender.Account,
            Lines =
            [
                .. Enumerable.Range(0, Items).Select(n =>
                    new DocumentLine(Code(n), Qty.Round(qty), Money.Round(qty * price))),
            ],
        };

    private static Document Sale(long n, long documents) =>
        new(
            DocumentKind.Sale, "D" + n.ToString(CultureInfo.InvariantCulture),
            Begin.AddSeconds(n * 31_000_000 / documents))
        {
            StoreCode = "S",
            Lines =
            [
                .. Enumerable.Range(0, LinesPerDocument).Select(line => new DocumentLine(
                    Code((int)((n * LinesPerDocument) + line) % Items), Qty.Round(1 + (line % 3)), Money.Round(50))),
            ],
        };

    private static string Code(int n) => "I" + n.ToString(CultureInfo.InvariantCulture);
}
