using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>签收单: what of a delivery the customer took, sold with that; and what he refused, which comes back into the
/// depot.</summary>
/// <remarks>Cash or receivable against revenue and output tax; cost of sales against 1406 at what the delivery cost,
/// and with it from then on (<see cref="Dispatches"/>); refused goods inventory against 1406. A delivered line is
/// signed for at once: taken and refused are all of it.</remarks>
internal static class DeliveryReceipt
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Back, Move, Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true, Follows = [DocumentKind.DeliveryNote],
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var returning = new Returning(desk);
        var signed = new Dictionary<(long Seq, long LineNo), long>();
        foreach (var line in desk.Lines)
        {
            var of = (line.Row.OriginalSeq, line.Row.OriginalLineNo);
            if (line.Row.OriginalSeq <= 0)
            {
                return new Refusal(RefusalReason.CodeMissing, (int)line.Row.LineNo, "original_no");
            }

            signed[of] = signed.GetValueOrDefault(of) + line.Row.Qty;
            if ((line.Given.IsBack ? Refused(desk, returning, line) : Take(desk, line)) is { } refusal)
            {
                return refusal;
            }
        }

        return desk.Lines.Select(line => NotWhole(desk, line, signed)).FirstOrDefault(one => one is not null);
    }

    private static Refusal? Take(PostingDesk desk, LineDraft line)
    {
        if (SaleGoods.Priced(line) is { } priced)
        {
            return priced;
        }

        desk.Plan(line);
        return null;
    }

    private static Refusal? Refused(PostingDesk desk, Returning returning, LineDraft line) =>
        SaleGoods.Unpriced(line)
        ?? returning.Refused(line, desk.State.DocumentLines(line.Row.OriginalSeq)
            .First(one => one.LineNo == line.Row.OriginalLineNo));

    private static Refusal? NotWhole(
        PostingDesk desk, LineDraft line, Dictionary<(long Seq, long LineNo), long> signed)
    {
        var delivered = desk.State.DocumentLines(line.Row.OriginalSeq)
            .First(one => one.LineNo == line.Row.OriginalLineNo).Qty;
        var qty = signed[(line.Row.OriginalSeq, line.Row.OriginalLineNo)];
        return qty < delivered
            ? new Refusal(
                RefusalReason.DeliveryNotWhole, (int)line.Row.LineNo,
                $"{line.Given.ItemCode}: {new Qty(qty)} < {new Qty(delivered)}")
            : null;
    }

    private static void Settle(PostingDesk desk)
    {
        Dispatches.Release(desk);
        var taken = desk.Booked.Where(line => line.Qty > 0).ToList();
        var settlement = desk.Settlement(Account.Receivable);
        desk.Pay(settlement, Account.Revenue, taken.Sum(line => line.NetAmount));
        desk.Pay(settlement, Account.Tax, taken.Sum(line => line.TaxAmount));
        foreach (var ofAccount in taken.GroupBy(line => Dispatches.AccountOf(line.Purpose)))
        {
            desk.Pay(ofAccount.Key, Account.GoodsDispatched, ofAccount.Sum(line => line.CostAmount));
        }

        desk.Pay(
            Account.Inventory, Account.GoodsDispatched,
            -desk.Booked.Where(line => line.Qty < 0).Sum(line => line.CostAmount));
        Credit.Check(desk);
    }
}
