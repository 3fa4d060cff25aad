using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Fixtures;

/// <summary>A small random company posted through the Journal: the same seed gives the same submissions.</summary>
/// <remarks>In it: category branches of one, two and three levels, items renamed on the way, sales before the first
/// receipt (cost unknown, adjusted later), returns with and without their sale, wholesale and nameless customers,
/// packs. </remarks>
public sealed class SampleBook(int seed)
{
    private const int Items = 15;

    private readonly Random random = new(seed);
    private readonly List<Document> sales = [];
    private int documents;

    /// <summary>Masters first, then that many documents over half a year from 2025-10-01.</summary>
    public IEnumerable<Submission> Submissions(int documentCount) => Masters().Concat(Documents(documentCount));

    /// <summary>Posts all of it; answers how many were refused (a return of more than was sold, and the
    /// like).</summary>
    public async Task<int> PostAsync(Book book, int documentCount, TimeProvider clock, CancellationToken ct = default)
    {
        await using var journal = await Journal.OpenAsync(book, clock, ct);
        var results = await journal.PostAsync(Submissions(documentCount).ToList(), ct);
        return results.Count(result => result is PostResult.Refused);
    }

    private static IEnumerable<Submission> Masters()
    {
        yield return new CategoryMaster("A", "药品");
        yield return new CategoryMaster("A1", "处方药") { ParentCode = "A" };
        yield return new CategoryMaster("A11", "抗生素") { ParentCode = "A1" };
        yield return new CategoryMaster("B", "日用品");
        yield return new CategoryMaster("B1", "洗护") { ParentCode = "B" };
        yield return new CategoryMaster("C", "礼品");
        string[] leaves = ["A11", "B1", "C"];
        for (var i = 1; i <= Items; i++)
        {
            yield return Item(i, "商品" + i, leaves[i % leaves.Length]);
        }

        yield return new StoreMaster("S1", "一号店") { Region = "华东", MayGoNegative = true, OpenedOn = new(2020, 5, 1) };
        yield return new StoreMaster("S2", "二号店") { Region = "华南", MayGoNegative = true };
        yield return new StoreMaster("D1", "总仓") { Kind = StoreKind.Depot, MayGoNegative = true };
        yield return new PartyMaster("V1", "供货商") { IsSupplier = true, PartyClass = "供应商" };
        yield return new PartyMaster("C1", "张三") { IsCustomer = true, PartyClass = "会员", Region = "上海" };
        yield return new PartyMaster("C2", "李四") { IsCustomer = true, PartyClass = "批发", Region = "广东" };
        yield return new EmployeeMaster("E1", "王五") { StoreCode = "S1" };
    }

    private static ItemMaster Item(int number, string name, string category) => new(ItemCode(number), name, category)
    {
        BaseUnit = "盒",
        PackUnit = "箱",
        PackFactor = 10,
        TaxRate = 0.13m,
    };

    private static string ItemCode(int number) => "P" + number.ToString("000", CultureInfo.InvariantCulture);

    private IEnumerable<Submission> Documents(int count)
    {
        var at = new DateTimeOffset(2025, 10, 1, 9, 0, 0, TimeSpan.FromHours(8));
        var step = TimeSpan.FromMinutes(180 * 24 * 60.0 / Math.Max(count, 1));
        for (var i = 0; i < count; i++)
        {
            at += step;
            if (i % 40 == 20)
            {
                yield return Item(1 + random.Next(Items), "改名" + i, "A11");
            }

            yield return random.Next(10) switch
            {
                0 or 1 => Receipt(at),
                2 when sales.Count > 0 => Return(at),
                3 => Opening(at),
                _ => Sale(at),
            };
        }
    }

    private Document Opening(DateTimeOffset at) => Document(DocumentKind.OpeningStock, "QC", at) with
    {
        Lines = Lines(false).Select(line => line with { CostAmount = Amount(300), NetAmount = Money.Zero }).ToList(),
    };

    private Document Receipt(DateTimeOffset at) => Document(DocumentKind.PurchaseReceipt, "CG", at) with
    {
        PartyCode = "V1",
        Tender = Tender.Account,
        Lines = Lines(true),
    };

    private Document Sale(DateTimeOffset at)
    {
        var sale = Document(DocumentKind.Sale, "XS", at) with
        {
            PartyCode = random.Next(3) switch { 0 => "C1", 1 => "C2", _ => "" },
            EmployeeCode = random.Next(2) == 0 ? "E1" : "",
            ShipTo = random.Next(2) == 0 ? new ShipTo("中国", "华东", "上海", "上海") : ShipTo.None,
            Tender = random.Next(2) == 0 ? Tender.Cash : Tender.Account,
            Lines = Lines(true),
        };
        sale = sale.PartyCode.Length == 0 ? sale with { Tender = Tender.Cash } : sale;
        sales.Add(sale);
        return sale;
    }

    private Document Return(DateTimeOffset at)
    {
        var sale = sales[random.Next(sales.Count)];
        var line = random.Next(sale.Lines.Count);
        return Document(DocumentKind.SaleReturn, "XT", at) with
        {
            StoreCode = sale.StoreCode,
            PartyCode = sale.PartyCode,
            OriginalNo = sale.DocumentNo,
            Tender = sale.Tender,
            Lines = [sale.Lines[line] with { OriginalLineNo = line + 1 }],
        };
    }

    private Document Document(DocumentKind kind, string prefix, DateTimeOffset at)
    {
        var number = prefix + (++documents).ToString("00000", CultureInfo.InvariantCulture);
        return new(kind, number, at) { StoreCode = random.Next(2) == 0 ? "S1" : "S2", Lines = [] };
    }

    private List<DocumentLine> Lines(bool isTaxed) => Enumerable.Range(0, 1 + random.Next(3))
        .Select(_ => new DocumentLine(ItemCode(1 + random.Next(Items)), Quantity(), Amount(500))
        {
            Unit = random.Next(4) == 0 ? "箱" : "",
            TaxAmount = isTaxed ? Amount(60) : Money.Zero,
            DiscountAmount = isTaxed && random.Next(3) == 0 ? Amount(20) : Money.Zero,
        })
        .ToList();

    private Qty Quantity() => Qty.Round((1 + random.Next(60)) / 4m);

    /// <summary>Between 0.0001 and the bound, four decimals.</summary>
    private Money Amount(int below) => Money.Round((1 + random.Next(below * 10_000)) / 10_000m);
}
