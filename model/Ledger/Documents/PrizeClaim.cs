using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>兑奖申报: prize tokens handed to the supplier, who owes the amounts stated for them.</summary>
/// <remarks>Out of the depot at what was granted for them; other receivable from the supplier against inventory, what
/// he gives above or below that against the expense of sales. Settled in money by a receipt, in goods by a
/// <see cref="PrizeReceipt"/>.</remarks>
internal static class PrizeClaim
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines, static desk => StockOut.Move(desk, Location.Prize, mayTakeLocked: true), Settle)
    {
        Party = PartyRole.Supplier, NeedsParty = true,
    };

    private static void Settle(PostingDesk desk)
    {
        desk.Pay(
            Account.OtherReceivable, Account.SalesExpense, desk.Booked.Sum(line => line.NetAmount + line.TaxAmount));
        desk.Pay(Account.SalesExpense, Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
    }
}
