using Analytics.Ledger;

namespace Analytics.Reports.Tests;

/// <summary>A handful of documents of kinds that the demo has none of, in a store of their own, so that what they come
/// to can be reckoned by hand.</summary>
internal static class Handful
{
    public const string Store = "H1";
    public const string Depot = "H2";
    public const string Item = "HA";
    public const string Other = "HB";

    public static IEnumerable<IReadOnlyList<Submission>> Batches()
    {
        yield return
        [
            new CategoryMaster("H", "手工"), new ListValueMaster(ListKind.Reason, "short", "缺货"),
            new ListValueMaster(ListKind.Reason, "gift", "赠送"),
        ];
        yield return
        [
            new StoreMaster(Store, "手工店"), new StoreMaster(Depot, "手工仓"),
            new PartyMaster("HC", "手工客户") { IsCustomer = true },
            new PartyMaster("HV", "手工供应商") { IsSupplier = true },
            new ItemMaster(Item, "胶布", "H") { TaxRate = 0.13m },
            new ItemMaster(Other, "绷带", "H") { TaxRate = 0.13m },
        ];
        yield return [.. Purchases(), .. Orders(), .. Losses()];
    }

    /// <summary>HA costs 5 in January, 5 and 6 in March, and 9 in what is taken back; of the 40, 23 are neither given
    /// back nor invoiced for good. HB comes at an estimate.</summary>
    private static IEnumerable<Submission> Purchases()
    {
        yield return Bought(DocumentKind.PurchaseReceipt, "HR0", "2026-01-15 09:00", Line(Item, 6, 30));
        yield return Bought(DocumentKind.PurchaseReceipt, "HR1", "2026-03-02 09:00", Line(Item, 40, 200));
        yield return Bought(DocumentKind.PurchaseReceipt, "HR2", "2026-03-03 09:00", Line(Item, 10, 60));
        yield return Bought(DocumentKind.PurchaseReceipt, "HR3", "2026-03-04 09:00", Line(Other, 20, 100)) with
        {
            IsEstimated = true,
        };
        yield return Bought(DocumentKind.PurchaseReceipt, "HR4", "2026-03-05 09:00", Line(Item, 5, 45));
        yield return new Reversal("purchase_receipt:HR4", "HR4-R");
        yield return Bought(DocumentKind.PurchaseReturn, "HT1", "2026-03-06 09:00", Unpriced(Item, 5)) with
        {
            OriginalNo = "HR1",
        };
        yield return Bought(DocumentKind.PurchaseReturn, "HT0", "2026-01-16 09:00", Unpriced(Item, 1)) with
        {
            OriginalNo = "HR0",
        };
        yield return new Reversal("purchase_return:HT0", "HT0-R");
        yield return Invoiced("HI1", "HR1", Line(Item, 15, 75));
        yield return Invoiced("HI1-S", "HI1", Line(Item, 3, 15)) with { Kind = DocumentKind.RedInvoice };
        yield return Invoiced("HI2", "HR2", Line(Item, 10, 60));
        yield return new Reversal("purchase_invoice:HI2", "HI2-R");
        yield return Invoiced("HI3", "HR3", Line(Other, 8, 40));
        yield return Bought(DocumentKind.PurchaseOrder, "HP1", "2026-03-07 09:00", Line(Item, 20, 100));
    }

    /// <summary>Ten of HA are still to be delivered. Of eight of HB five left, three were signed for and two refused,
    /// and the order ended with three short.</summary>
    private static IEnumerable<Submission> Orders()
    {
        yield return Sold(DocumentKind.SalesOrder, "HO1", "2026-03-08 09:00", Line(Item, 10, 80));
        yield return Sold(DocumentKind.SalesOrder, "HO2", "2026-03-08 10:00", Line(Other, 8, 80));
        yield return Sold(DocumentKind.DeliveryNote, "HN2", "2026-03-09 09:00", Line(Other, 5, 50)) with
        {
            OriginalNo = "HO2",
        };
        yield return Sold(
            DocumentKind.DeliveryReceipt, "HG2", "2026-03-10 09:00",
            Line(Other, 3, 30), Unpriced(Other, 2) with { IsBack = true, OriginalLineNo = 1 }) with
        {
            OriginalNo = "HN2",
        };
        yield return new Termination("sales_order:HO2") { ReasonCode = "short" };
    }

    /// <summary>Entered last, though the first of them happened before the receipt of its day; two are of one moment.
    /// </summary>
    private static IEnumerable<Submission> Losses()
    {
        yield return Lost(DocumentKind.StockDamage, "HD1", "2026-03-02 08:00", Unpriced(Item, 2));
        yield return Lost(DocumentKind.OtherOut, "HX1", "2026-03-11 09:00", Unpriced(Item, 6)) with
        {
            ReasonCode = "gift",
        };
        yield return Lost(DocumentKind.OtherIn, "HX2", "2026-03-11 09:00", Unpriced(Item, 4)) with
        {
            ReasonCode = "gift",
        };
        yield return Lost(DocumentKind.Transfer, "HM1", "2026-03-12 09:00", Unpriced(Item, 7)) with
        {
            ToDepotCode = Depot,
        };
    }

    private static Document Bought(DocumentKind kind, string number, string at, params DocumentLine[] lines) =>
        Lost(kind, number, at, lines) with { PartyCode = "HV", Tender = Tender.Account };

    private static Document Sold(DocumentKind kind, string number, string at, params DocumentLine[] lines) =>
        Lost(kind, number, at, lines) with { PartyCode = "HC", Tender = Tender.Account };

    private static Document Invoiced(string number, string over, DocumentLine line) =>
        Bought(DocumentKind.PurchaseInvoice, number, "2026-03-07 10:00", line) with
        {
            OriginalNo = over, Invoice = new Invoice(InvoiceKind.Electronic, number),
        };

    private static Document Lost(DocumentKind kind, string number, string at, params DocumentLine[] lines) =>
        new(kind, number, DateTimeOffset.Parse(at + " +08:00", System.Globalization.CultureInfo.InvariantCulture))
        {
            StoreCode = Store, Lines = lines,
        };

    private static DocumentLine Line(string item, decimal quantity, decimal net) =>
        Unpriced(item, quantity) with
        {
            NetAmount = Money.Round(net), TaxAmount = Money.Round(net * 0.13m),
        };

    private static DocumentLine Unpriced(string item, decimal quantity) =>
        new(item, Qty.Round(quantity), Money.Zero);
}
