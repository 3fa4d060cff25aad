using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Fixtures;

/// <summary>A random history in which everything goes wrong that may: stock below nothing, packs, stated costs of
/// either sign, backdating, periods closed amid it, masters renamed amid it, returns in the batch of their sale, the
/// same key twice in a batch, and a good share of documents that must be refused. The same seed gives the same
/// history.</summary>
public sealed class RoughHistory(int seed)
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly Random random = new(seed);
    private readonly List<Document> sales = [];
    private int count;

    /// <summary>Batches of up to a dozen, masters first.</summary>
    public IEnumerable<IReadOnlyList<Submission>> Batches(int batches)
    {
        yield return [new CategoryMaster("A", "药品"), new CategoryMaster("A1", "感冒药", "A")];
        yield return [.. Enumerable.Range(1, 4).Select(n => Item(n))];
        yield return
        [
            .. Enumerable.Range(1, 3).Select(n => new StoreMaster($"S{n}", $"店{n}") { MayGoNegative = n < 3 }),
            new PartyMaster("P1", "甲") { IsCustomer = true, IsSupplier = true },
            new PartyMaster("P2", "乙") { IsCustomer = true },
            new EmployeeMaster("E1", "丙", "S1"),
        ];
        for (var n = 0; n < batches; n++)
        {
            yield return [.. Enumerable.Range(0, random.Next(1, 13)).Select(_ => Any(n)).SelectMany(Perhaps)];
        }
    }

    private static ItemMaster Item(int n, string name = "商品") => new($"I{n}", name, "A1")
    {
        BaseUnit = "盒", PackUnit = "箱", PackFactor = n * 2.5m, TaxRate = 0.13m,
    };

    private IEnumerable<Submission> Perhaps(Submission one) => random.Next(12) switch
    {
        0 => [one, one],
        1 when one is Document document => [document, document with { Lines = [.. document.Lines.Take(1), Line()] }],
        _ => [one],
    };

    private Submission Any(int batch) => random.Next(24) switch
    {
        0 => Item(random.Next(1, 6), "改名" + random.Next(3)),
        1 => new PartyMaster("P2", "乙" + random.Next(3)) { IsCustomer = random.Next(4) > 0 },
        2 => new StoreMaster("S3", "店三") { MayGoNegative = random.Next(2) == 0 },
        3 when batch > 40 => new PeriodClose(new DateOnly(2026, 1, 1).AddDays(random.Next(batch / 4))),
        4 => Make(DocumentKind.OpeningStock),
        < 9 => Make(DocumentKind.PurchaseReceipt),
        < 13 when sales.Count > 0 => Back(sales[random.Next(Math.Max(0, sales.Count - 20), sales.Count)]),
        13 => Make(DocumentKind.SaleReturn),
        14 => Make(DocumentKind.Sale) with { StoreCode = "none" },
        15 => Make(DocumentKind.Sale) with { StatedTotal = Money.Round(1) },
        _ => Sell(),
    };

    private Document Sell()
    {
        var sale = Make(DocumentKind.Sale);
        sales.Add(sale);
        return sale;
    }

    private Document Back(Document sale)
    {
        var lines = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        {
            var at = random.Next(sale.Lines.Count);
            var sold = sale.Lines[at];
            return sold with
            {
                Quantity = random.Next(3) == 0
                    ? sold.Quantity
                    : new Qty(Math.Max(1, sold.Quantity.Units / random.Next(1, 5))),
                CostAmount = random.Next(8) == 0 ? Money.Round(random.Next(-5, 50)) : null,
                OriginalLineNo = random.Next(4) == 0 ? 0 : at + 1,
            };
        });
        var back = Make(DocumentKind.SaleReturn) with { OriginalNo = sale.DocumentNo, Lines = [.. lines] };
        return random.Next(3) == 0 ? back : back with { BusinessAt = sale.BusinessAt.AddHours(random.Next(900)) };
    }

    private Document Make(DocumentKind kind) =>
        new(
            kind,
            string.Create(CultureInfo.InvariantCulture, $"N{++count}"),
            Begin.AddMinutes((count * 30) - random.Next(40_000)))
        {
            StoreCode = "S" + random.Next(1, 4),
            DepotCode = random.Next(3) == 0 ? "S" + random.Next(1, 4) : "",
            PartyCode = kind is DocumentKind.PurchaseReceipt ? "P1"
                : random.Next(3) == 0 ? ""
                : "P" + random.Next(1, 3),
            EmployeeCode = random.Next(2) == 0 ? "E1" : "",
            Tender = (Tender)random.Next(2),
            Lines = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Line())],
        };

    private DocumentLine Line() => new(
        "I" + random.Next(1, 5),
        new Qty(random.Next(3) == 0 ? random.Next(1, 300_000) : random.Next(1, 30) * Qty.Scale),
        new Money(random.Next(0, 2_000_000)))
    {
        Unit = random.Next(5) switch { 0 => "箱", 1 => "盒", 2 when random.Next(10) == 0 => "吨", _ => "" },
        TaxAmount = new Money(random.Next(0, 100_000)),
        DiscountAmount = new Money(random.Next(0, 1000)),
        CostAmount = random.Next(5) == 0 ? new Money(random.Next(-100_000, 1_000_000)) : null,
    };
}
