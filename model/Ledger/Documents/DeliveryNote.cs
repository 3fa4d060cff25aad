using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>发货单、配送单: goods handed to the carrier, ours until the customer signs for them
/// (<see cref="DeliveryReceipt"/>). A <see cref="Sale"/> is both at once.</summary>
/// <remarks>Stock from the depot on its way; 1406 against inventory. Nothing is owed yet; but goods that will be
/// on account and go beyond a limit of credit do not leave.</remarks>
internal static class DeliveryNote
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Carriage,
        static desk => SaleGoods.Out(desk, Location.Dispatched), Settle)
    {
        Party = PartyRole.Customer,
        NeedsParty = true,
        Follows = [DocumentKind.SalesOrder, DocumentKind.SalesContract],
        SharesWith = Selling.Kinds,
    };

    private static void Settle(PostingDesk desk)
    {
        desk.Pay(Account.GoodsDispatched, Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
        Credit.CheckAhead(desk);
    }
}
