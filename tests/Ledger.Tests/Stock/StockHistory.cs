using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>Makes up what happens next to goods, out of what a naive book says there is, sound and unsound.</summary>
/// <param name="random">What it draws from.</param>
/// <param name="isPlain">Only what comes out the same in whatever order it arrives: depots that may lack goods, batches
/// named, no bins, nothing counted, found goods at a stated value.</param>
internal sealed class StockHistory(Random random, bool isPlain)
{
    public const string Reason = "R";

    private static readonly string[] Items = [.. NaiveStock.Items.Keys];
    private static readonly string[] Batches = [.. NaiveStock.Expiries.Keys];

    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReceipt,
        DocumentKind.OpeningStock, DocumentKind.Sale, DocumentKind.Sale, DocumentKind.Transfer, DocumentKind.Transfer,
        DocumentKind.TransferOut, DocumentKind.TransferOut, DocumentKind.TransferIn, DocumentKind.TransferIn,
        DocumentKind.TransferIn, DocumentKind.LendOut, DocumentKind.LendReturn, DocumentKind.LendReturn,
        DocumentKind.BorrowIn, DocumentKind.BorrowReturn, DocumentKind.BorrowReturn, DocumentKind.StockDamage,
        DocumentKind.Destruction, DocumentKind.StockOverflow, DocumentKind.OtherIn, DocumentKind.OtherOut,
        DocumentKind.InternalUse, DocumentKind.Assembly, DocumentKind.Disassembly, DocumentKind.CostAdjustment,
        DocumentKind.CostAdjustment, DocumentKind.LossSettlement, DocumentKind.BinMove, DocumentKind.StockCount,
        DocumentKind.StockCount,
    ];

    private int count;

    public NaiveStock Naive { get; } = new();

    /// <summary>The next document; none of some kinds where there is nothing it could follow.</summary>
    public Document Next()
    {
        var kind = Kinds[random.Next(isPlain ? Kinds.Length - 3 : Kinds.Length)];
        var (number, at) = ($"N{++count}", Moment());
        var depot = Depot();
        var document = new Document(kind, number, at)
        {
            StoreCode = depot, Lines = [.. Some(2).Select(item => Goods(item, depot))],
        };
        return kind switch
        {
            DocumentKind.PurchaseReceipt => Dated(document) with { PartyCode = Supplier, Tender = Tender.Account },
            DocumentKind.OpeningStock => Dated(document),
            DocumentKind.StockOverflow => Valued(Dated(document)),
            DocumentKind.OtherIn => Valued(Dated(document)) with { ReasonCode = Reason, ContraAccount = Contra() },
            DocumentKind.OtherOut => Costed(document) with { ReasonCode = Reason, ContraAccount = Contra() },
            DocumentKind.InternalUse => document with { ContraAccount = Contra() },
            DocumentKind.Sale => Costed(document),
            DocumentKind.LendOut => document with { PartyCode = Customer },
            DocumentKind.BorrowIn => Dated(document) with { PartyCode = Supplier },
            DocumentKind.Transfer => To(document, random.Next(3) == 0),
            DocumentKind.TransferOut => To(document, isPriced: false),
            DocumentKind.BinMove => To(document, isPriced: false) with { ToDepotCode = "" },
            DocumentKind.TransferIn => Following(document, DocumentKind.TransferOut),
            DocumentKind.LendReturn => Following(document, DocumentKind.LendOut) with { PartyCode = Customer },
            DocumentKind.BorrowReturn => Following(document, DocumentKind.BorrowIn) with { PartyCode = Supplier },
            DocumentKind.StockCount => Dated(Counted(document)),
            DocumentKind.Assembly or DocumentKind.Disassembly => Made(document),
            DocumentKind.CostAdjustment => Note(document),
            DocumentKind.LossSettlement => document with
            {
                Lines = [], PartyCode = Customer, MoneyLines = [new MoneyLine(Decided(), Amount(40))],
            },
            _ => document,
        };
    }

    /// <summary>A document to take back and when; null where none stands.</summary>
    public (NaiveDocument Of, DateTimeOffset At)? Back()
    {
        var standing = Naive.Standing.ToList();
        if (standing.Count == 0)
        {
            return null;
        }

        var of = standing[random.Next(standing.Count)];
        var isLater = !isPlain && random.Next(3) == 0;
        return (of, isLater ? of.Document.BusinessAt.AddDays(random.Next(1, 9)) : of.Document.BusinessAt);
    }

    private DateTimeOffset Moment() =>
        Day("2026-01-01").AddDays(random.Next(28)).AddHours(random.Next(3) * 4);

    private string Depot() => random.Next(isPlain ? 2 : 3) switch
    {
        0 => Store,
        1 => OtherStore,
        _ => StrictStore,
    };

    private string[] Some(int most) =>
        [.. Items.OrderBy(_ => random.Next()).Take(random.Next(1, most + 1))];

    private DocumentLine Goods(string item, string depot)
    {
        var batch = !NaiveStock.Items[item].HasBatches || (!isPlain && random.Next(2) == 0)
            ? ""
            : Batches[random.Next(Batches.Length)];
        return Line(random.Next(1, 10), random.Next(1, 900) / 7m, item) with
        {
            BatchNo = batch, BinCode = Bin(depot),
        };
    }

    private string Bin(string depot) =>
        isPlain || depot == OtherStore || random.Next(3) > 0 ? "" : random.Next(2) == 0 ? "A/1" : "A/2";

    /// <summary>What comes in says its batch and when that expires.</summary>
    private Document Dated(Document document) => document with
    {
        Lines = [.. document.Lines.Select(line => NaiveStock.Items[line.ItemCode].HasBatches ? Dated(line) : line)],
    };

    private DocumentLine Dated(DocumentLine line)
    {
        var batch = line.BatchNo.Length > 0 ? line.BatchNo : Batches[random.Next(Batches.Length)];
        return line with { BatchNo = batch, ExpiresOn = NaiveStock.Printed(batch) };
    }

    /// <summary>At a cost, at a net amount, or, where the pool is to say it, at none.</summary>
    private Document Valued(Document document) => document with
    {
        Lines =
        [
            .. document.Lines.Select(line => random.Next(3) switch
            {
                0 => line with { CostAmount = Amount(100), NetAmount = Ledger.Money.Zero },
                1 when !isPlain => line with { NetAmount = Ledger.Money.Zero },
                _ => line,
            }),
        ],
    };

    private Document Costed(Document document) => document with
    {
        Lines = [.. document.Lines.Select(line => random.Next(5) == 0 ? line with { CostAmount = Amount(90) } : line)],
    };

    private Document To(Document document, bool isPriced)
    {
        var depots = new[] { Store, OtherStore, StrictStore }.Take(isPlain ? 2 : 3).Except([document.StoreCode]);
        var to = depots.ElementAt(random.Next(isPlain ? 1 : 2));
        var isMove = document.Kind == DocumentKind.BinMove;
        return document with
        {
            ToDepotCode = to,
            Lines =
            [
                .. document.Lines.Select(line => line with
                {
                    NetAmount = isPriced ? line.NetAmount : Ledger.Money.Zero,
                    BinCode = isMove && document.StoreCode == OtherStore ? "" : line.BinCode,
                    ToBinCode = document.Kind == DocumentKind.TransferOut ? "" : Bin(isMove ? document.StoreCode : to),
                }),
            ],
        };
    }

    /// <summary>As much as is left of a document, or less, now and then more.</summary>
    private Document Following(Document document, DocumentKind kind)
    {
        var sent = Naive.Standing
            .Where(one => one.Document.Kind == kind && one is { IsReversed: false, IsReversal: false })
            .Select(one => one.Document).ToList();
        if (sent.Count == 0)
        {
            return document with { OriginalNo = "none" };
        }

        var of = sent[random.Next(sent.Count)];
        var depot = kind == DocumentKind.TransferOut ? of.ToDepotCode
            : kind == DocumentKind.BorrowIn ? of.StoreCode
            : document.StoreCode;
        return document with
        {
            OriginalNo = of.DocumentNo,
            StoreCode = depot,
            BusinessAt = isPlain || random.Next(9) > 0
                ? of.BusinessAt.AddHours(random.Next(40) * 4)
                : document.BusinessAt,
            Lines =
            [
                .. of.Lines.Take(random.Next(1, of.Lines.Count + 1)).Select(line => Line(
                    Part(of.DocumentNo, line), 0, line.ItemCode) with
                {
                    BatchNo = kind == DocumentKind.BorrowIn ? line.BatchNo : "", BinCode = Bin(depot),
                }),
            ],
        };
    }

    private decimal Part(string number, DocumentLine line)
    {
        var left = line.Quantity.ToDecimal() - Naive.Followed(number, line.ItemCode);
        return left <= 0 || random.Next(12) == 0 ? left + 1 : random.Next(1, (int)left + 1);
    }

    private Document Counted(Document document) => document with
    {
        Lines =
        [
            .. document.Lines.Select(line => line with
            {
                Quantity = Qty.Round(random.Next(15)), NetAmount = Ledger.Money.Zero,
            }),
        ],
    };

    private Document Made(Document document)
    {
        var items = Items.OrderBy(_ => random.Next()).Take(random.Next(2, 4)).ToList();
        var lines = items.ConvertAll(item => Goods(item, document.StoreCode) with { NetAmount = Ledger.Money.Zero });
        var products = lines[1..].ConvertAll(line =>
            (NaiveStock.Items[line.ItemCode].HasBatches ? Dated(line) : line) with { MadeShare = random.Next(1, 9) });
        var hasFee = random.Next(2) == 0;
        return document with
        {
            FeeAmount = hasFee ? Amount(50) : Ledger.Money.Zero,
            ContraAccount = hasFee ? "1001" : "",
            Lines = document.Kind == DocumentKind.Assembly ? [lines[0], .. products] : [.. products, lines[0]],
        };
    }

    private Document Note(Document document)
    {
        var brought = Naive.Standing.Where(one => one.Document.Kind is DocumentKind.PurchaseReceipt
            or DocumentKind.OpeningStock or DocumentKind.Assembly).ToList();
        var line = Line(0, 0, Items[random.Next(Items.Length)], random.Next(-300, 300) / 7m + 0.01m);
        line = NaiveStock.Items[line.ItemCode].HasBatches ? line with { BatchNo = Batches[random.Next(3)] } : line;
        if (random.Next(2) == 0 && brought.Count > 0)
        {
            var receipt = brought[random.Next(brought.Count)].Document;
            var isMade = receipt.Kind == DocumentKind.Assembly;
            line = line with
            {
                OriginalNo = receipt.DocumentNo,
                BatchNo = "",
                ItemCode = receipt.Lines.First(one => !isMade || one.MadeShare > 0).ItemCode,
            };
            document = document with { BusinessAt = receipt.BusinessAt.AddDays(random.Next(-1, 9)) };
        }

        return document with { ContraAccount = random.Next(2) == 0 ? "" : "6711", Lines = [line] };
    }

    private string Contra() => random.Next(4) switch { 0 => "6601", 1 => "1901", _ => "" };

    private string Decided() => random.Next(4) switch { 0 => "6301", 1 => "1221", 2 => "6602", _ => "6711" };

    private Money Amount(int most) => Ledger.Money.Round(random.Next(1, most * 100) / 70m);
}
