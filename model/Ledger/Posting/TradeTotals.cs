using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What control totals count of orders, purchases, deliveries, invoices, promotions, batches, trace codes,
/// prices and steps of approval.</summary>
internal static class TradeTotals
{
    /// <summary>Of what bears no business date: prices, and steps in a document's life.</summary>
    private const long NoDate = 0;

    private static readonly HashSet<string> Orders = Names(
        DocumentKind.Quotation, DocumentKind.SalesContract, DocumentKind.SalesOrder, DocumentKind.ReturnOrder,
        DocumentKind.PurchasePlan, DocumentKind.PurchaseRequisition, DocumentKind.PurchaseInquiry,
        DocumentKind.PurchaseComparison, DocumentKind.PurchaseOrder, DocumentKind.ArrivalNotice,
        DocumentKind.SalesInvoiceRequest, DocumentKind.ContractChange);

    private static readonly HashSet<string> Purchases = Names(
        DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReturn, DocumentKind.BorrowPurchase);

    private static readonly string Landed = DocumentKinds.Name(DocumentKind.LandedCost);
    private static readonly string Request = DocumentKinds.Name(DocumentKind.SalesInvoiceRequest);
    private static readonly string Bill = DocumentKinds.Name(DocumentKind.PurchaseInvoice);
    private static readonly string Note = DocumentKinds.Name(DocumentKind.DeliveryNote);
    private static readonly string Receipt = DocumentKinds.Name(DocumentKind.DeliveryReceipt);

    /// <summary>The amounts to add, by business date and measure.</summary>
    public static IEnumerable<(long Date, string Measure, long Amount)> Of(Draft draft)
    {
        var document = draft.Document is { } head ? OfDocument(head, draft) : [];
        return draft.Other.Count == 0 ? document : document.Concat(OfRows(draft));
    }

    private static IEnumerable<(long Date, string Measure, long Amount)> OfDocument(DocumentRow head, Draft draft)
    {
        var date = head.BusinessDate;
        foreach (var line in draft.Lines)
        {
            if (line.PromotionId > 0 && SoldLines.Has(head, line))
            {
                yield return (date, "promotion_lines", 1);
                yield return (date, "promotion_list", line.ListAmount);
                yield return (date, "promotion_discount", line.DiscountAmount);
            }

            foreach (var (measure, amount) in OfLine(head, line))
            {
                yield return (date, measure, amount);
            }
        }
    }

    private static (string Measure, long Amount)[] OfLine(DocumentRow head, DocumentLineRow line) =>
        Orders.Contains(head.Kind) ?
            [
                ("order_lines", 1), ("order_qty", line.Qty), ("order_net", line.NetAmount),
                ("order_tax", line.TaxAmount),
            ]
        : Purchases.Contains(head.Kind) ?
            [
                ("purchase_lines", 1), ("purchase_qty", line.Qty), ("purchase_net", line.NetAmount),
                ("purchase_tax", line.TaxAmount),
            ]
        : head.Kind == Landed ? [("purchase_lines", 1), ("purchase_landed", line.NetAmount)]
        : head.Kind == Note ? [("delivery_lines", 1), ("delivery_dispatched", line.Qty)]
        : head.Kind == Receipt ?
            [
                ("delivery_lines", 1),
                SoldLines.Has(head, line) ? ("delivery_signed", line.Qty) : ("delivery_refused", -line.Qty),
            ]
        : [];

    private static IEnumerable<(long Date, string Measure, long Amount)> OfRows(Draft draft)
    {
        var (date, kind) = (draft.Document?.BusinessDate ?? NoDate, draft.Document?.Kind);
        foreach (var row in draft.Other)
        {
            switch (row)
            {
                case AccrualLineRow accrual:
                    yield return (date, "purchase_estimate", accrual.Amount);
                    if (kind == Bill)
                    {
                        yield return (date, "purchase_lines", 1);
                    }

                    break;
                case InvoiceLineRow invoice when kind != Request:
                    yield return (date, "invoice_lines", 1);
                    yield return (date, "invoice_qty", invoice.Qty);
                    yield return (date, "invoice_net", invoice.NetAmount);
                    yield return (date, "invoice_tax", invoice.TaxAmount);
                    break;
                case BatchRow:
                    yield return (date, "batch_lines", 1);
                    break;
                case TraceCodeRow:
                    yield return (date, "trace_code_lines", 1);
                    break;
                case PriceRow or CustomerPriceRow:
                    yield return (NoDate, "price_lines", 1);
                    break;
                case StatusChangeRow:
                    yield return (NoDate, "approval_lines", 1);
                    break;
            }
        }
    }

    private static HashSet<string> Names(params DocumentKind[] kinds) => [.. kinds.Select(DocumentKinds.Name)];
}
