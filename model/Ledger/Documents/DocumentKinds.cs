namespace Analytics.Ledger;

/// <summary>The names of document kinds in the book.</summary>
public static class DocumentKinds
{
    public static string Name(DocumentKind kind) => kind switch
    {
        DocumentKind.OpeningStock => "opening_stock",
        DocumentKind.PurchaseReceipt => "purchase_receipt",
        DocumentKind.Sale => "sale",
        DocumentKind.SaleReturn => "sale_return",
        DocumentKind.MoneyReceipt => "money_receipt",
        DocumentKind.MoneyPayment => "money_payment",
        DocumentKind.CostAdjustment => "cost_adjustment",
        DocumentKind.Assembly => "assembly",
        DocumentKind.Disassembly => "disassembly",
    };

    /// <summary>Whether documents of the kind move money alone: they have no lines of goods.</summary>
    public static bool IsMoneyOnly(DocumentKind kind) => kind is DocumentKind.MoneyReceipt or DocumentKind.MoneyPayment;
}
