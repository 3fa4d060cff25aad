using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Company;

/// <summary>Makes up documents of buying and selling, of tills and members, mostly after ones that were accepted.
/// </summary>
internal sealed class TradeHistory(Random random)
{
    /// <summary>A depot at another's, where our goods are sold.</summary>
    public const string Counter = "S5";

    /// <summary>An item of prize tokens.</summary>
    public const string Token = "CAP";

    public static readonly IReadOnlyList<DocumentKind> Kinds =
    [
        DocumentKind.PurchasePlan, DocumentKind.PurchaseRequisition, DocumentKind.PurchaseInquiry,
        DocumentKind.PurchaseComparison, DocumentKind.PurchaseOrder, DocumentKind.ArrivalNotice,
        DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReturn,
        DocumentKind.PaymentRequest, DocumentKind.LandedCost, DocumentKind.PurchaseInvoice, DocumentKind.Quotation,
        DocumentKind.SalesContract, DocumentKind.SalesOrder, DocumentKind.ContractChange, DocumentKind.Sale,
        DocumentKind.Sale, DocumentKind.DeliveryNote, DocumentKind.DeliveryNote, DocumentKind.DeliveryReceipt,
        DocumentKind.DeliveryReceipt, DocumentKind.ReturnOrder, DocumentKind.SaleReturn, DocumentKind.LeftoverReturn,
        DocumentKind.Exchange, DocumentKind.SampleIssue, DocumentKind.ConsignmentSettlement,
        DocumentKind.ConsignedSale, DocumentKind.VoucherSale, DocumentKind.VoucherRedeem, DocumentKind.VoucherExpiry,
        DocumentKind.SalesInvoiceRequest, DocumentKind.SalesInvoice, DocumentKind.RedInvoice,
        DocumentKind.LendSale, DocumentKind.BorrowPurchase, DocumentKind.PrizeCollection, DocumentKind.PrizeClaim,
        DocumentKind.PrizeReceipt, DocumentKind.CouponIssue, DocumentKind.MemberLevelChange,
        DocumentKind.ShiftHandover, DocumentKind.DayClose,
    ];

    private readonly List<Document> accepted = [];
    private int count;

    public void Took(Document document) => accepted.Add(document);

    public void TookBack(Document document) => accepted.Remove(document);

    public Document Next()
    {
        var kind = Kinds[random.Next(Kinds.Count)];
        var document = new Document(kind, $"T{++count}", Day("2026-01-01").AddDays(random.Next(28)))
        {
            StoreCode = random.Next(3) == 0 ? OtherStore : Store, PartyCode = Customer, Tender = Tender.Account,
            Lines = [Goods()],
        };
        return kind switch
        {
            DocumentKind.Quotation or DocumentKind.Sale or DocumentKind.DeliveryNote => document,
            DocumentKind.SalesContract => After(document, DocumentKind.Quotation),
            DocumentKind.SalesOrder => After(document, DocumentKind.SalesContract, DocumentKind.Quotation) with
            {
                Reserves = random.Next(2) == 0,
            },
            DocumentKind.ContractChange => After(document, DocumentKind.SalesOrder, DocumentKind.SalesContract),
            DocumentKind.DeliveryReceipt => Signed(document),
            DocumentKind.ReturnOrder or DocumentKind.SaleReturn => After(
                document, DocumentKind.Sale, DocumentKind.DeliveryReceipt),
            DocumentKind.LeftoverReturn => document with { Lines = [Line(1, 0)] },
            DocumentKind.Exchange => document with
            {
                Lines = [Line(1, 10) with { IsBack = true }, Goods()],
            },
            DocumentKind.LendSale => Priced(After(document, DocumentKind.LendOut)),
            DocumentKind.PrizeCollection => document with
            {
                Lines = [Line(random.Next(4, 20), 9, Token), Line(1, 3) with { IsBack = true }],
            },
            DocumentKind.SampleIssue => document with { Lines = [Line(1, 0) with { Purpose = LinePurpose.Sample }] },
            DocumentKind.ConsignmentSettlement => document with
            {
                DepotCode = Counter, CommissionAmount = Money.Round(1), CommissionTax = Money.Round(0.06m),
            },
            DocumentKind.ConsignedSale => document with { OwnerCode = Supplier, Lines = [Line(2, 90, cost: 70)] },
            DocumentKind.SalesInvoiceRequest => After(document, DocumentKind.Sale, DocumentKind.DeliveryReceipt),
            DocumentKind.SalesInvoice => After(document, DocumentKind.Sale, DocumentKind.SalesInvoiceRequest) with
            {
                Invoice = new Invoice(InvoiceKind.Special, document.DocumentNo),
            },
            DocumentKind.RedInvoice => After(document, DocumentKind.SalesInvoice) with
            {
                Invoice = new Invoice(InvoiceKind.Special, document.DocumentNo) { RedInfoNo = "3101082601000001" },
            },
            DocumentKind.VoucherSale or DocumentKind.VoucherRedeem or DocumentKind.VoucherExpiry => Vouchers(document),
            DocumentKind.CouponIssue or DocumentKind.MemberLevelChange or DocumentKind.ShiftHandover
                or DocumentKind.DayClose => AtTill(document with { Lines = [], Tender = Tender.Cash }),
            _ => Bought(document with { PartyCode = Supplier }),
        };
    }

    private Document Bought(Document document) => document.Kind switch
    {
        DocumentKind.PurchaseRequisition => After(document, DocumentKind.PurchasePlan),
        DocumentKind.PurchaseInquiry => document with
        {
            PartyCode = "",
            Lines = [Line(10, 0) with { Quotes = [new SupplierQuote(Supplier, Money.Round(120))] }],
        },
        DocumentKind.PurchaseComparison => After(document, DocumentKind.PurchaseInquiry) with
        {
            PartyCode = "", Lines = [Line(10, 0) with { SupplierCode = Supplier }],
        },
        DocumentKind.PurchaseOrder => random.Next(2) == 0 ? document : After(document, DocumentKind.PurchasePlan),
        DocumentKind.ArrivalNotice => After(document, DocumentKind.PurchaseOrder),
        DocumentKind.PurchaseReceipt => random.Next(3) > 0
            ? document with { IsEstimated = random.Next(2) == 0 }
            : Priced(After(document, DocumentKind.PurchaseOrder)),
        DocumentKind.PurchaseReturn => After(document, DocumentKind.PurchaseReceipt),
        DocumentKind.LandedCost => After(document, DocumentKind.PurchaseReceipt) with
        {
            Spread = SpreadBasis.Quantity, FeeAmount = Money.Round(random.Next(1, 900) / 7m),
        },
        DocumentKind.PurchaseInvoice => Invoiced(document),
        DocumentKind.BorrowPurchase => Priced(After(document, DocumentKind.BorrowIn)),
        DocumentKind.PrizeClaim => document with { Lines = [Line(random.Next(1, 5), 4, Token)] },
        DocumentKind.PaymentRequest => Wanted(document),
        _ => document,
    };

    private Document Invoiced(Document document)
    {
        var over = After(document, DocumentKind.PurchaseReceipt);
        var isEstimated = accepted.Exists(one => one.DocumentNo == over.OriginalNo && one.IsEstimated);
        return (isEstimated ? Priced(over) : over) with
        {
            Invoice = new Invoice(InvoiceKind.Special, document.DocumentNo)
            {
                Estimate = (EstimateMethod)random.Next(2),
            },
        };
    }

    private Document Wanted(Document document)
    {
        var receipt = Some(DocumentKind.PurchaseReceipt);
        return document with
        {
            Lines = [],
            BusinessAt = receipt?.BusinessAt.AddDays(3) ?? document.BusinessAt,
            Settles = receipt is null ? [] : [new Settlement(OpenItemRef.Of(receipt.Kind, receipt.DocumentNo))],
        };
    }

    /// <summary>All of a delivery: taken, or some of it refused.</summary>
    private Document Signed(Document document)
    {
        var signed = After(document, DocumentKind.DeliveryNote);
        var note = accepted.Find(one => one.DocumentNo == signed.OriginalNo);
        if (note is null)
        {
            return signed;
        }

        var all = note.Lines[0].Quantity.ToDecimal();
        var refused = random.Next((int)all);
        var taken = Line(all - refused, random.Next(1, 900) / 7m, note.Lines[0].ItemCode);
        return signed with
        {
            Lines = refused == 0 ? [taken]
                : [taken, Line(refused, 0, note.Lines[0].ItemCode) with { IsBack = true }],
        };
    }

    private Document Vouchers(Document document)
    {
        if (document.Kind == DocumentKind.VoucherSale)
        {
            return document with
            {
                ValidUntil = new DateOnly(2026, 2, 1),
                Lines = [Line(20, 100) with { Vouchers = new VoucherRange(document.DocumentNo, 1, 10) }],
            };
        }

        var sold = Some(DocumentKind.VoucherSale);
        var first = random.Next(1, 11);
        var after = document.Kind == DocumentKind.VoucherExpiry ? Day("2026-02-02") : sold?.BusinessAt.AddDays(1);
        return document with
        {
            StoreCode = Store,
            BusinessAt = after ?? document.BusinessAt,
            Lines = [Line(2, 0) with { Vouchers = new VoucherRange(sold?.DocumentNo ?? "none", first, first) }],
        };
    }

    private Document AtTill(Document document) => document.Kind switch
    {
        DocumentKind.CouponIssue => document with
        {
            PartyCode = "", Coupons = [new CouponPart("K" + document.DocumentNo, Money.Round(10))],
        },
        DocumentKind.MemberLevelChange => document with { MemberLevelCode = random.Next(2) == 0 ? "SILVER" : "GOLD" },
        DocumentKind.ShiftHandover => document with
        {
            PartyCode = "", Counts = [new TillCount("CASH", Money.Round(random.Next(90)))],
        },
        _ => document with
        {
            PartyCode = "",
            BusinessAt = Day("2026-02-18").AddDays(random.Next(9)),
            Counts = [new TillCount("CASH", Money.Round(random.Next(90)))],
        },
    };

    /// <summary>The document after one of the kinds, of some of what that has, at no price.</summary>
    private Document After(Document document, params DocumentKind[] kinds)
    {
        if (Some(kinds) is not { } original)
        {
            return document with { OriginalNo = "none" };
        }

        var line = original.Lines[0];
        return document with
        {
            StoreCode = original.StoreCode,
            OriginalNo = original.DocumentNo,
            BusinessAt = original.BusinessAt.AddDays(random.Next(9)),
            Lines = [Line(random.Next(1, (int)line.Quantity.ToDecimal() + 1), 0, line.ItemCode)],
        };
    }

    private Document Priced(Document document) => document with
    {
        Lines = [.. document.Lines.Select(line => line with { NetAmount = Money.Round(random.Next(1, 900) / 7m) })],
    };

    private DocumentLine Goods() =>
        Line(random.Next(2, 10), random.Next(1, 900) / 7m, random.Next(3) == 0 ? OtherItem : Item);

    private Document? Some(params DocumentKind[] kinds)
    {
        var some = accepted.FindAll(one => kinds.Contains(one.Kind));
        return some.Count == 0 ? null : some[random.Next(some.Count)];
    }
}
