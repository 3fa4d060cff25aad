using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>积分兑换: goods given for points, at no price.</summary>
/// <remarks>Goods leave as with a sale, and their cost is cost of sales; no revenue.</remarks>
internal static class PointsRedeem
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Points, Move, Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var points = desk.Document.Points.Units;
        if (points <= 0)
        {
            return new Refusal(RefusalReason.QuantityNotPositive, 0, desk.Document.Points.ToString());
        }

        if (desk.Head.PartyId == None.Id)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "party_code");
        }

        foreach (var line in desk.Lines)
        {
            if (line.Row.NetAmount + line.Row.TaxAmount != 0)
            {
                return new Refusal(RefusalReason.PartNotTaken, (int)line.Row.LineNo, "points_redeem: net_amount");
            }

            var (parts, refusal) = desk.Picking.Out(line, Location.Customer, mayTakeLocked: false);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Issue(line, Location.Customer, parts);
        }

        return Members.TakePoints(desk, desk.Head.PartyId, points, 0);
    }

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.CostOfSales, Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
}
