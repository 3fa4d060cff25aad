using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Host.Bench;

/// <summary>A company of eight stores and two thousand items that are never sold out; its documents are numbered on, so
/// that any of them can be made again.</summary>
/// <remarks>Sales of two and three lines, one in twenty on account; each hundredth document is a receipt.</remarks>
internal static class BenchCompany
{
    private const int Stores = 8;
    private const int Items = 2000;
    private const int Customers = 200;
    private const int LinesOfReceipt = 20;
    private const int UsualSeconds = 3;

    /// <summary>A document, where one in a hundred is a receipt.</summary>
    private const double SaleLines = 2.475;

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Masters, and all items into every store.</summary>
    public static IEnumerable<Submission> Opening() =>
    [
        new CategoryMaster("A", "A"),
        new PartyMaster("P", "P") { IsSupplier = true },
        .. Each(Stores, n => new StoreMaster(Code('S', n), Code('S', n))),
        .. Each(Stores, n => new EmployeeMaster(Code('E', n), Code('E', n), Code('S', n))),
        .. Each(Customers, n => new PartyMaster(Code('C', n), Code('C', n)) { IsCustomer = true }),
        .. Each(Items, n => new ItemMaster(Code('I', n), Code('I', n), "A") { BaseUnit = "x", TaxRate = 0.13m }),
        .. Each(Stores * Items / LinesOfReceipt, n => Receipt(
            "O" + n.ToString(CultureInfo.InvariantCulture), n / (Items / LinesOfReceipt), n * LinesOfReceipt,
            Begin.AddDays(-1), 1_000_000)),
    ];

    /// <summary>The documents from one on, without end.</summary>
    public static IEnumerable<Document> Documents(long from, int secondsBetween = UsualSeconds)
    {
        for (var n = from; ; n++)
        {
            yield return One(n, Begin.AddSeconds(n * secondsBetween));
        }
    }

    /// <summary>How many documents have so many sale lines, and how far apart they are if they make three years.
    /// </summary>
    public static (long Documents, int SecondsBetween) OfLines(long lines)
    {
        var documents = (long)Math.Ceiling(lines / SaleLines);
        return (documents, (int)Math.Max(1, (Begin.AddYears(3) - Begin).TotalSeconds / documents));
    }

    private static Document One(long n, DateTimeOffset at)
    {
        var number = n.ToString("D9", CultureInfo.InvariantCulture);
        var random = new Random((int)n);
        var store = (int)(n % Stores);
        if (n % 100 == 99)
        {
            return Receipt("R" + number, store, random.Next(Items), at, 250);
        }

        var isOnAccount = n % 20 == 0;
        return new Document(DocumentKind.Sale, "D" + number, at)
        {
            StoreCode = Code('S', store),
            EmployeeCode = Code('E', store),
            PartyCode = isOnAccount ? Code('C', random.Next(Customers)) : "",
            Tender = isOnAccount ? Tender.Account : Tender.Cash,
            Lines =
            [
                .. Each(2 + (int)(n / Stores % 2), _ => new DocumentLine(
                    Code('I', random.Next(Items)), Qty.Round(1 + random.Next(3)), Money.Round(40 + random.Next(60)))
                {
                    TaxAmount = Money.Round(6),
                }),
            ],
        };
    }

    private static Document Receipt(string number, int store, int firstItem, DateTimeOffset at, int qty) =>
        new(DocumentKind.PurchaseReceipt, number, at)
        {
            StoreCode = Code('S', store),
            PartyCode = "P",
            Tender = Tender.Account,
            Lines =
            [
                .. Each(LinesOfReceipt, at => (firstItem + at) % Items).Select(item => new DocumentLine(
                    Code('I', item), Qty.Round(qty), Money.Round(qty * (20 + (item % 17)) + (firstItem % 100)))),
            ],
        };

    private static IEnumerable<T> Each<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make);

    private static string Code(char kind, int n) => kind + n.ToString(CultureInfo.InvariantCulture);
}
