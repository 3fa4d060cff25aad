using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Fixtures;

/// <summary>A random history of orders and what follows them, from the plan to the invoice, in which any step may be
/// taken back, ended, drafted or sent back, and many are refused. The same seed gives the same history.</summary>
public sealed class RoughTrade(int seed)
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Each kind, and those of which one of its documents may follow one.</summary>
    private static readonly (DocumentKind Kind, DocumentKind[] Follows)[] Kinds =
    [
        (DocumentKind.Quotation, []),
        (DocumentKind.SalesContract, [DocumentKind.Quotation]),
        (DocumentKind.SalesOrder, [DocumentKind.Quotation, DocumentKind.SalesContract]),
        (DocumentKind.SalesOrder, []),
        (DocumentKind.ContractChange, [DocumentKind.SalesOrder, DocumentKind.SalesContract]),
        (DocumentKind.Sale, [DocumentKind.SalesOrder]),
        (DocumentKind.DeliveryNote, [DocumentKind.SalesOrder, DocumentKind.SalesContract]),
        (DocumentKind.DeliveryReceipt, [DocumentKind.DeliveryNote]),
        (DocumentKind.DeliveryReceipt, [DocumentKind.DeliveryNote]),
        (DocumentKind.ReturnOrder, []),
        (DocumentKind.SaleReturn, [DocumentKind.ReturnOrder]),
        (DocumentKind.SalesInvoiceRequest, [DocumentKind.Sale]),
        (DocumentKind.SalesInvoice, [DocumentKind.SalesInvoiceRequest]),
        (DocumentKind.SalesInvoice, [DocumentKind.Sale]),
        (DocumentKind.RedInvoice, [DocumentKind.SalesInvoice, DocumentKind.PurchaseInvoice]),
        (DocumentKind.PurchasePlan, []),
        (DocumentKind.PurchaseRequisition, [DocumentKind.PurchasePlan]),
        (DocumentKind.PurchaseInquiry, [DocumentKind.PurchaseRequisition, DocumentKind.PurchasePlan]),
        (DocumentKind.PurchaseOrder, [DocumentKind.PurchaseRequisition]),
        (DocumentKind.PurchaseOrder, []),
        (DocumentKind.ArrivalNotice, [DocumentKind.PurchaseOrder]),
        (DocumentKind.ArrivalNotice, [DocumentKind.PurchaseOrder]),
        (DocumentKind.PurchaseReceipt, [DocumentKind.ArrivalNotice]),
        (DocumentKind.PurchaseReceipt, [DocumentKind.ArrivalNotice, DocumentKind.PurchaseOrder]),
        (DocumentKind.PurchaseReturn, [DocumentKind.PurchaseReceipt]),
        (DocumentKind.LandedCost, [DocumentKind.PurchaseReceipt]),
        (DocumentKind.PurchaseInvoice, [DocumentKind.PurchaseReceipt]),
    ];

    private static readonly string[] Ended =
        ["sales_order", "sales_contract", "purchase_order", "arrival_notice", "sales_invoice_request", "quotation"];

    private static readonly DocumentKind[] Unnamed =
        [DocumentKind.PurchasePlan, DocumentKind.PurchaseRequisition, DocumentKind.PurchaseInquiry];

    private readonly Random random = new(seed);
    private readonly List<Document> made = [];
    private int count;

    /// <summary>Batches of up to a dozen, masters first.</summary>
    public IEnumerable<IReadOnlyList<Submission>> Batches(int batches)
    {
        yield return [new CategoryMaster("A", "药品"), new ListValueMaster(ListKind.Reason, "short", "缺货")];
        yield return
        [
            .. Enumerable.Range(1, 3).Select(n => new ItemMaster($"I{n}", $"商品{n}", "A") { TaxRate = 0.13m }),
            new StoreMaster("S1", "一店") { MayGoNegative = true }, new StoreMaster("S2", "二店") { MayGoNegative = true },
            new PartyMaster("C1", "客户") { IsCustomer = true }, new PartyMaster("V1", "供货商") { IsSupplier = true },
            new EmployeeMaster("E1", "业务员", "S1"), new PriceListMaster("L1", "批发价"),
            new PromotionMaster("P1", "九折", PromotionKind.Discount, new(2026, 1, 1), new(2026, 12, 31))
            {
                DiscountRate = 0.1m,
            },
            new ApprovalRuleMaster("R1") { DocumentKind = "sales_contract", Trigger = ApprovalTrigger.Always },
        ];
        for (var n = 0; n < batches; n++)
        {
            yield return [.. Enumerable.Range(0, random.Next(1, 13)).Select(_ => Any())];
        }
    }

    private Submission Any() => random.Next(30) switch
    {
        0 or 1 => new Reversal(Key(Earlier(_ => true)), Number()) { BusinessAt = random.Next(2) == 0 ? null : Now() },
        2 or 3 => new Termination(Key(Earlier(one => Ended.Contains(Snake(one.Kind)))))
        {
            ReasonCode = random.Next(2) == 0 ? "short" : "",
        },
        4 => new DocumentDraft(Make()) { Actor = "甲" },
        5 or 6 => new Approval(Key(Earlier(one => one.Kind == DocumentKind.SalesContract)), random.Next(4) > 0)
        {
            Actor = "乙",
        },
        7 => new PriceNote("L1", [Price()]),
        8 => new CustomerPriceNote("C1", [Price()]),
        9 => Earlier(_ => true),
        10 => Promoted(),
        _ => Make(),
    };

    private Document Make()
    {
        var (kind, follows) = Kinds[random.Next(Kinds.Length)];
        var original = follows.Length > 0 && made.Exists(one => follows.Contains(one.Kind))
            ? Earlier(one => follows.Contains(one.Kind))
            : null;
        var document = New(kind) with { OriginalNo = original?.DocumentNo ?? "", Lines = Lines(kind, original) };
        made.Add(document);
        return document;
    }

    private Document New(DocumentKind kind) => new(kind, Number(), Now())
    {
        StoreCode = "S1",
        PartyCode = Unnamed.Contains(kind) ? "" : IsPurchase(kind) ? "V1" : "C1",
        EmployeeCode = IsPurchase(kind) || random.Next(2) == 0 ? "" : "E1",
        Tender = Tender.Account,
        ExpectedOn = kind is DocumentKind.SalesOrder or DocumentKind.PurchaseOrder ? new(2026, 12, 1) : null,
        IsEstimated = kind == DocumentKind.PurchaseReceipt && random.Next(2) == 0,
        FeeAmount = kind == DocumentKind.LandedCost ? Money.Round(30) : Money.Zero,
        Spread = kind == DocumentKind.LandedCost ? SpreadBasis.Quantity : SpreadBasis.None,
        Invoice = kind is DocumentKind.SalesInvoice or DocumentKind.RedInvoice or DocumentKind.PurchaseInvoice
            ? new Invoice(InvoiceKind.Electronic, count.ToString("D20", CultureInfo.InvariantCulture))
            : null,
        Lines = [],
    };

    private List<DocumentLine> Lines(DocumentKind kind, Document? original)
    {
        if (original is null)
        {
            return [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Line(random.Next(1, 4), random.Next(1, 30)))];
        }

        var lines = original.Lines.Select((line, at) => (Line: line, No: at + 1))
            .Where(_ => kind == DocumentKind.DeliveryReceipt || random.Next(4) > 0)
            .Select(one => one.Line with
            {
                Quantity = Part(kind, one.Line.Quantity), IsBack = IsBack(kind), OriginalLineNo = one.No,
                NetAmount = IsUnpriced(kind) ? Money.Zero : one.Line.NetAmount,
                TaxAmount = IsUnpriced(kind) ? Money.Zero : one.Line.TaxAmount,
            }).ToList();
        return lines.Count > 0 ? lines : [Line(1, 1)];
    }

    private Qty Part(DocumentKind kind, Qty of) =>
        kind == DocumentKind.DeliveryReceipt || random.Next(3) == 0 ? of : new Qty(Math.Max(1, of.Units / 2));

    private bool IsBack(DocumentKind kind) =>
        kind is DocumentKind.ContractChange or DocumentKind.DeliveryReceipt && random.Next(3) == 0;

    private static bool IsUnpriced(DocumentKind kind) => kind is DocumentKind.LandedCost or DocumentKind.ArrivalNotice
        or DocumentKind.SalesInvoice or DocumentKind.SalesInvoiceRequest or DocumentKind.RedInvoice
        or DocumentKind.PurchaseInvoice or DocumentKind.PurchaseReturn;

    private static bool IsPurchase(DocumentKind kind) => Snake(kind).StartsWith("purchase_", StringComparison.Ordinal)
        || kind is DocumentKind.ArrivalNotice or DocumentKind.LandedCost;

    private static DocumentLine Line(int item, int quantity) =>
        new($"I{item}", Qty.Round(quantity), Money.Round(quantity * 10)) { TaxAmount = Money.Round(quantity * 1.3m) };

    private Document Promoted() => New(DocumentKind.Sale) with
    {
        Lines =
        [
            Line(1, random.Next(1, 9)) with { PromotionCode = "P1", DiscountAmount = Money.Round(random.Next(9)) },
        ],
    };

    private PriceLine Price() =>
        new($"I{random.Next(1, 4)}", random.Next(1, 500) / 7m is var price ? decimal.Round(price, 6) : 0,
            new DateOnly(2099, 1, 1).AddDays(random.Next(4)))
        {
            ValidTo = random.Next(2) == 0 ? null : new(2099, 12, 31),
        };

    private Document Earlier(Predicate<Document> of)
    {
        var fit = made.FindAll(of);
        return fit.Count == 0 ? Make() : fit[random.Next(Math.Max(0, fit.Count - 12), fit.Count)];
    }

    private string Number() => string.Create(CultureInfo.InvariantCulture, $"N{++count}");

    private DateTimeOffset Now() => Begin.AddHours(count);

    private static string Key(Document document) => $"{Snake(document.Kind)}:{document.DocumentNo}";

    private static string Snake(DocumentKind kind) => string.Concat(kind.ToString().Select((letter, at) =>
        char.IsUpper(letter) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
