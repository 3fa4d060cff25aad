using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Which lines are sales or take sales back: those whose amounts are revenue (6001).</summary>
/// <remarks>Of what is signed for, the goods taken; those refused were never sold. Goods given for points, prizes and
/// samples on a document of their own bring nothing and are no sales.</remarks>
internal static class SoldLines
{
    private static readonly HashSet<string> Kinds =
    [
        .. new[]
        {
            DocumentKind.Sale, DocumentKind.SaleReturn, DocumentKind.DeliveryReceipt, DocumentKind.LeftoverReturn,
            DocumentKind.Exchange, DocumentKind.ConsignmentSettlement, DocumentKind.ConsignedSale,
            DocumentKind.VoucherRedeem, DocumentKind.LendSale,
        }.Select(DocumentKinds.Name),
    ];

    private static readonly string Signed = DocumentKinds.Name(DocumentKind.DeliveryReceipt);

    public static bool Has(DocumentRow document, DocumentLineRow line) =>
        Kinds.Contains(document.Kind)
        && (document.Kind != Signed || (line.Qty > 0) == (document.IsReversal == 0));

    /// <summary>Whether the line sells, or is the reversal of one that sold: it does not take back.</summary>
    public static bool IsSold(DocumentRow document, DocumentLineRow line) =>
        Has(document, line) && line.Qty != 0 && (line.Qty > 0) == (document.IsReversal == 0);

    /// <summary>Refused goods move and those taken do not: they left with the delivery.</summary>
    public static bool Has(CostAdjustmentRow adjustment) =>
        Kinds.Contains(adjustment.Kind) && (adjustment.Kind != Signed || adjustment.OriginalMovementNo == 0);
}
