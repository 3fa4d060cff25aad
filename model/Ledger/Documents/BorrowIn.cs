using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>借入: goods borrowed from a party, at the value stated, which is owed to it.</summary>
/// <remarks>Inventory against what is owed to the party.</remarks>
internal static class BorrowIn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        NeedsParty = true, IsInward = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var (parts, refusal) = desk.Intake.Of(line, Location.Borrowed);
            if (refusal is not null)
            {
                return refusal;
            }

            var value = line.Row.IsCostExplicit == 1 ? line.Row.CostAmount : line.Row.NetAmount;
            desk.Receive(line, Location.Borrowed, parts, value);
        }

        return null;
    }

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.Inventory, Account.OtherPayable, desk.Booked.Sum(line => line.CostAmount));
}
