using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>销售: goods handed to a customer, at what they cost now; delivered and owed at once.</summary>
/// <remarks>Stock from the depot to the customer; cash or receivable against revenue and output tax; cost of sales
/// against inventory, of samples the expense. A depot that may not go negative refuses to give what it does not have or
/// others have reserved; expired and frozen goods are not sold anywhere.</remarks>
internal static class Sale
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Tenders | DocumentParts.Prices
            | DocumentParts.DeemedSale,
        static desk => DeemedSales.Unpriced(desk) ?? SaleGoods.Out(desk, Location.Customer), Settle)
    {
        Party = PartyRole.Customer,
        Follows = [DocumentKind.SalesOrder, DocumentKind.SalesContract],
        SharesWith = Selling.Kinds,
    };

    /// <summary>The money side of a sale, or, its lines being negative, of a return.</summary>
    public static void Settle(PostingDesk desk) => SaleGoods.Settle(desk, desk.Settlement(Account.Receivable));
}
