using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>采购入库: goods received from a supplier at their net amount; by a small-scale taxpayer (小规模纳税人), who
/// deducts no input tax, at net and tax.</summary>
/// <remarks>Stock from the supplier into the depot; inventory and input tax against payable, or cash where paid at
/// once.</remarks>
internal static class PurchaseReceipt
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Party = PartyRole.Supplier, Follows = [DocumentKind.PurchaseOrder],
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var isTaxCost = IsTaxCost(desk);
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

        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        var settlement = desk.Settlement(Account.Payable);
        desk.Pay(Account.Inventory, settlement, desk.Booked.Sum(line => line.CostAmount));
        if (!IsTaxCost(desk))
        {
            desk.Pay(Account.Tax, settlement, desk.Booked.Sum(line => line.TaxAmount));
        }
    }

    /// <summary>Whether the company deducts no input tax.</summary>
    public static bool IsTaxCost(PostingDesk desk) =>
        desk.State.LegalEntity(desk.Head.LegalEntityId)?.TaxpayerType == Snake.Case(TaxpayerType.SmallScale);
}
