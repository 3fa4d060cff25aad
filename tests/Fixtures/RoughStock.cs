using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Fixtures;

/// <summary>A random history of goods by batch, bin and trace code that come, move, are counted, made dearer and go, in
/// which much is backdated, taken back or refused, and an item keeps batches from the middle on. The same seed gives
/// the same history.</summary>
public sealed class RoughStock(int seed)
{
    private const string Coded = "B1";

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] Depots = ["S1", "S2", "S3"];
    private static readonly string[] Items = ["A1", "B1", "B2", "C1", "P1"];

    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.OpeningStock, DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReceipt,
        DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReceipt, DocumentKind.Sale, DocumentKind.Sale,
        DocumentKind.Sale, DocumentKind.Sale, DocumentKind.SaleReturn, DocumentKind.SaleReturn, DocumentKind.Transfer,
        DocumentKind.Transfer, DocumentKind.TransferOut, DocumentKind.TransferIn, DocumentKind.LendOut,
        DocumentKind.LendReturn, DocumentKind.PurchaseReturn, DocumentKind.StockDamage, DocumentKind.Destruction,
        DocumentKind.OtherOut, DocumentKind.InternalUse, DocumentKind.StockCount, DocumentKind.BinMove,
        DocumentKind.CostAdjustment,
    ];

    private readonly Random random = new(seed);
    private readonly List<Document> made = [];
    private readonly List<string> codes = [];
    private int count;

    /// <summary>Batches of up to a dozen, masters first.</summary>
    public IEnumerable<IReadOnlyList<Submission>> Batches(int batches)
    {
        yield return
        [
            new CategoryMaster("A", "药品"), new ListValueMaster(ListKind.Reason, "R", "其他"),
            new CostClassMaster("W", "全公司", CostMethod.MovingAverage) { IsCompanyWide = true },
            new CostClassMaster("P", "月末一次", CostMethod.PeriodAverage) { IsCompanyWide = true },
        ];
        yield return
        [
            new ItemMaster("A1", "感冒灵", "A"), new ItemMaster("B2", "止咳糖浆", "A"),
            new ItemMaster(Coded, "阿莫西林", "A") { IsBatchTracked = true, IsTraced = true },
            new ItemMaster("C1", "创可贴", "A") { CostClassCode = "W" },
            new ItemMaster("P1", "棉签", "A") { CostClassCode = "P" },
            new StoreMaster("S1", "一店") { MayGoNegative = true }, new StoreMaster("S2", "二店") { MayGoNegative = true },
            new StoreMaster("S3", "总仓"), new BinMaster("S1", "A", "1"), new BinMaster("S1", "A", "2"),
            new PartyMaster("C", "客户") { IsCustomer = true }, new PartyMaster("V", "供货商") { IsSupplier = true },
        ];
        for (var n = 0; n < batches; n++)
        {
            if (n == batches / 2)
            {
                yield return [new ItemMaster("B2", "止咳糖浆", "A") { IsBatchTracked = true }];
            }

            yield return [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => Any(n))];
        }
    }

    private Submission Any(int batch) => random.Next(30) switch
    {
        0 or 1 => new Reversal(Key(Earlier()), Number()),
        2 => new Reversal(Key(Earlier()), Number()) { BusinessAt = At(count + random.Next(80)) },
        3 when batch > 30 => new PeriodClose(DateOnly.FromDateTime(At(count - 200).Date)),
        4 => new ItemMaster("A1", "感冒灵" + random.Next(3), "A"),
        _ => Make(),
    };

    private Document Make()
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var depot = Depots[random.Next(Depots.Length)];
        var document = new Document(kind, Number(), At(count - (random.Next(5) == 0 ? random.Next(400) : 0)))
        {
            StoreCode = depot,
            Lines = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Line(kind, depot))],
        };
        document = kind switch
        {
            DocumentKind.PurchaseReceipt or DocumentKind.PurchaseReturn =>
                document with { PartyCode = "V", Tender = Tender.Account },
            DocumentKind.Sale or DocumentKind.LendOut => document with { PartyCode = "C", Tender = Tender.Account },
            DocumentKind.OtherOut => document with { ReasonCode = "R" },
            DocumentKind.Transfer or DocumentKind.TransferOut =>
                document with { ToDepotCode = Depots.First(one => one != depot) },
            DocumentKind.BinMove => document with { StoreCode = "S1" },
            DocumentKind.SaleReturn => Following(document, DocumentKind.Sale),
            DocumentKind.TransferIn => Following(document, DocumentKind.TransferOut),
            DocumentKind.LendReturn => Following(document, DocumentKind.LendOut),
            _ => document,
        };
        made.Add(document);
        return document;
    }

    private DocumentLine Line(DocumentKind kind, string depot)
    {
        var item = Items[random.Next(Items.Length)];
        var isIn = kind is DocumentKind.OpeningStock or DocumentKind.PurchaseReceipt;
        var quantity = random.Next(1, isIn ? 40 : 12);
        var hasBatch = item is "B1" or "B2" && isIn;
        var batch = random.Next(1, 5);
        return new DocumentLine(
            item,
            kind == DocumentKind.CostAdjustment ? default : Qty.Round(quantity),
            IsUnpriced(kind) ? Money.Zero : Money.Round(quantity * random.Next(200, 400) / 70m))
        {
            CostAmount = kind == DocumentKind.CostAdjustment ? Money.Round(random.Next(-300, 600) / 70m) : null,
            BatchNo = hasBatch ? "N" + batch : "",
            ProducedOn = hasBatch && batch == 1 ? new(2025, 6, 1) : null,
            ExpiresOn = !hasBatch ? "" : batch % 2 == 0 ? "2027-0" + batch : "2026-03-1" + batch,
            BinCode = depot == "S1" && random.Next(3) == 0 ? "A/1" : "",
            ToBinCode = kind == DocumentKind.BinMove ? "A/2" : "",
            TraceCodes = item == Coded && random.Next(4) > 0 ? Codes(isIn, quantity) : [],
        };
    }

    private string[] Codes(bool areNew, int quantity)
    {
        if (!areNew)
        {
            return codes.Count == 0 || random.Next(9) == 0
                ? [Code("old", count)]
                : [codes[random.Next(Math.Max(0, codes.Count - 25), codes.Count)]];
        }

        var some = Enumerable.Range(0, Math.Min(quantity, 3)).Select(n => Code("c", (count * 10) + n)).ToArray();
        codes.AddRange(some);
        return some;
    }

    /// <summary>Of one of the last of its kind all, or of each line a part.</summary>
    private Document Following(Document document, DocumentKind kind)
    {
        var sent = made.FindAll(one => one.Kind == kind);
        if (sent.Count == 0)
        {
            return document with { OriginalNo = "none" };
        }

        var of = sent[random.Next(Math.Max(0, sent.Count - 9), sent.Count)];
        return document with
        {
            OriginalNo = of.DocumentNo,
            PartyCode = of.PartyCode,
            Tender = of.Tender,
            StoreCode = of.ToDepotCode.Length > 0 ? of.ToDepotCode : of.StoreCode,
            Lines =
            [
                .. of.Lines.Select((line, at) => line with
                {
                    Quantity = random.Next(2) == 0
                        ? line.Quantity
                        : new Qty(Math.Max(Qty.Scale, line.Quantity.Units / 2)),
                    NetAmount = IsUnpriced(document.Kind) ? Money.Zero : line.NetAmount,
                    OriginalLineNo = at + 1,
                    BinCode = "",
                    TraceCodes = [.. line.TraceCodes.Take(1)],
                }),
            ],
        };
    }

    private static bool IsUnpriced(DocumentKind kind) => kind is not (DocumentKind.OpeningStock
        or DocumentKind.PurchaseReceipt or DocumentKind.PurchaseReturn or DocumentKind.Sale
        or DocumentKind.SaleReturn);

    private Document Earlier() =>
        made.Count == 0 ? Make() : made[random.Next(Math.Max(0, made.Count - 30), made.Count)];

    private string Number() => string.Create(CultureInfo.InvariantCulture, $"N{++count}");

    private static string Code(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");

    private static DateTimeOffset At(int hours) => Begin.AddHours(hours * 3);

    private static string Key(Document document) =>
        string.Concat(document.Kind.ToString().Select((letter, at) => char.IsUpper(letter)
            ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter)
            : letter.ToString())) + ":" + document.DocumentNo;
}
