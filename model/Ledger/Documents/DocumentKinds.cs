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
    };
}
