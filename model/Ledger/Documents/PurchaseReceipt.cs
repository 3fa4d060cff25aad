using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>采购入库: goods received from a supplier at their net amount; by a small-scale taxpayer (小规模纳税人), who
/// deducts no input tax, at net and tax.</summary>
/// <remarks>Stock from the supplier into the depot; inventory and input tax against payable, or cash where paid at
/// once. Estimated (暂估), because the invoice is still to come, it owes the value of the goods on
/// <see cref="Account.AccruedPayable"/> and no tax.</remarks>
internal static class PurchaseReceipt
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Estimate, Move, Settle)
        {
            Party = PartyRole.Supplier, IsInward = true,
            Follows = [DocumentKind.ArrivalNotice, DocumentKind.PurchaseOrder],
            Used = Following.UsedBy(DocumentKind.PurchaseReceipt, DocumentKind.ArrivalNotice),
        };

    /// <summary>Whether the legal entity deducts no input tax, which is then part of the goods' worth.</summary>
    public static bool IsTaxCost(PostingDesk desk) =>
        desk.State.LegalEntity(desk.Head.LegalEntityId)?.TaxpayerType == Snake.Case(TaxpayerType.SmallScale);

    private static Refusal? Move(PostingDesk desk)
    {
        if (desk.Document.IsEstimated && NotEstimable(desk) is { } unfit)
        {
            return unfit;
        }

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

    private static Refusal? NotEstimable(PostingDesk desk) =>
        desk.Head.SettlementPartyId == None.Id ? new Refusal(RefusalReason.CodeMissing, 0, "party_code")
        : desk.Document.Tender == Tender.Cash
            ? new Refusal(RefusalReason.PartNotTaken, 0, $"{desk.Head.Kind}: is_estimated, cash")
        : null;

    private static void Settle(PostingDesk desk)
    {
        PurchasePrices.Add(desk);
        var settlement = desk.Document.IsEstimated ? Account.AccruedPayable : desk.Settlement(Account.Payable);
        desk.Pay(Account.Inventory, settlement, desk.Booked.Sum(line => line.CostAmount));
        if (desk.Document.IsEstimated)
        {
            Accruals.Begin(desk);
        }
        else if (!IsTaxCost(desk))
        {
            desk.Pay(Account.Tax, settlement, desk.Booked.Sum(line => line.TaxAmount));
        }
    }
}
