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
        DocumentKind.Quotation => Quotation.Form,
        DocumentKind.SalesContract => SalesContract.Form,
        DocumentKind.ContractChange => ContractChange.Form,
        DocumentKind.DeliveryNote => DeliveryNote.Form,
        DocumentKind.DeliveryReceipt => DeliveryReceipt.Form,
        DocumentKind.ReturnOrder => ReturnOrder.Form,
        DocumentKind.LeftoverReturn => LeftoverReturn.Form,
        DocumentKind.Exchange => Exchange.Form,
        DocumentKind.SampleIssue => SampleIssue.Form,
        DocumentKind.ConsignmentSettlement => ConsignmentSettlement.Form,
        DocumentKind.ConsignedSale => ConsignedSale.Form,
        DocumentKind.VoucherSale => VoucherSale.Form,
        DocumentKind.VoucherRedeem => VoucherRedeem.Form,
        DocumentKind.VoucherExpiry => VoucherExpiry.Form,
        DocumentKind.CostAdjustment => CostAdjustmentNote.Form,
        DocumentKind.Assembly => Assembly.Form,
        DocumentKind.Disassembly => Disassembly.Form,
    };

    /// <summary>By the kind's name in the book; null for what is no document with lines, such as a voucher.</summary>
    public static DocumentForm? Named(string kind) =>
        DocumentKinds.Find(kind) is { } known ? Of(known) : null;
}
