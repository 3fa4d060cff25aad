using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>兑奖入库: goods a supplier gives for prize tokens; may settle what he owes for those at once.</summary>
/// <remarks>Stock from the supplier into the depot at the net amount; inventory and input tax, where it is deducted,
/// against the other receivable from him. No purchase price is learned from it.</remarks>
internal static class PrizeReceipt
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Settles, Move, Settle)
    {
        Party = PartyRole.Supplier, NeedsParty = true, SettlesItself = true, IsInward = true,
    };

    private static readonly MoneySettling Claims = new(1, static _ => false, Account.OtherReceivable);

    private static Refusal? Move(PostingDesk desk)
    {
        if (desk.Document.RestAccount.Length > 0)
        {
            return new Refusal(RefusalReason.PartNotTaken, 0, $"{desk.Head.Kind}: rest_account");
        }

        var isTaxCost = PurchaseReceipt.IsTaxCost(desk);
        foreach (var line in desk.Lines)
        {
            var (parts, refusal) = desk.Intake.Of(line, Location.Supplier);
            if (refusal is not null)
            {
                return refusal;
            }

            var unstated = line with { Row = line.Row with { IsCostExplicit = 0 } };
            var value = line.Row.NetAmount + (isTaxCost ? line.Row.TaxAmount : 0);
            desk.Receive(unstated, Location.Supplier, parts, value);
        }

        var total = desk.Lines.Sum(line => line.Row.NetAmount + line.Row.TaxAmount);
        return Claims.Take(desk, desk.Document.Settles, total, Account.OtherReceivable);
    }

    private static void Settle(PostingDesk desk)
    {
        var worth = desk.Booked.Sum(line => line.CostAmount);
        desk.Pay(Account.Inventory, Account.OtherReceivable, worth);
        desk.Pay(
            Account.Tax, Account.OtherReceivable,
            desk.Booked.Sum(line => line.NetAmount + line.TaxAmount) - worth);
    }
}
