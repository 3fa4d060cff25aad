namespace Analytics.Ledger.Posting;

/// <summary>The form of each document kind, where its file says it.</summary>
internal static class DocumentForms
{
    public static DocumentForm Of(DocumentKind kind) => kind switch
    {
        DocumentKind.OpeningStock => OpeningStock.Form,
        DocumentKind.PurchaseOrder => PurchaseOrder.Form,
        DocumentKind.PurchaseReceipt => PurchaseReceipt.Form,
        DocumentKind.SalesOrder => SalesOrder.Form,
        DocumentKind.Sale => Sale.Form,
        DocumentKind.SaleReturn => SaleReturn.Form,
        DocumentKind.MoneyReceipt => MoneyReceipt.Form,
        DocumentKind.MoneyPayment => MoneyPayment.Form,
        DocumentKind.TopUp => TopUp.Form,
        DocumentKind.StoredValueRefund => StoredValueRefund.Form,
        DocumentKind.PointsRedeem => PointsRedeem.Form,
        DocumentKind.PointsAdjust => PointsAdjust.Form,
        DocumentKind.PointsExpiry => PointsExpiry.Form,
        DocumentKind.CouponIssue => CouponIssue.Form,
        DocumentKind.MemberLevelChange => MemberLevelChange.Form,
        DocumentKind.ShiftHandover => ShiftHandover.Form,
        DocumentKind.DayClose => DayClose.Form,
        DocumentKind.ChannelSettlement => ChannelSettlement.Form,
    };

    /// <summary>By the kind's name in the book; null for what is no document with lines, such as a voucher.</summary>
    public static DocumentForm? Named(string kind) =>
        DocumentKinds.Find(kind) is { } known ? Of(known) : null;
}
