using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>移库: goods put into another bin of their depot; worth what they were worth.</summary>
internal static class BinMove
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.ToBin, Move, Settle)
    {
        IsBothWays = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var (from, noFrom) = Intake.Bin(desk, line);
            var (to, noTo) = Intake.Bin(desk, line, line.Given.ToBinCode, desk.Depot);
            if ((noFrom ?? noTo) is { } unknown)
            {
                return unknown;
            }

            if (from == to)
            {
                return new Refusal(RefusalReason.BinMissing, (int)line.Row.LineNo, line.Given.BinCode);
            }

            var (parts, refusal) = desk.Picking.Out(line, desk.Head.DepotId, mayTakeLocked: true);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Carry(line, Location.Bin, parts, (desk.Head.DepotId, to), price: null);
        }

        return null;
    }

    private static void Settle(PostingDesk desk) => desk.Pay(
        Account.CostOfSales, Account.Inventory,
        desk.Booked.Sum(line => line.CostAmount - Transfer.Came(desk, line)));
}
