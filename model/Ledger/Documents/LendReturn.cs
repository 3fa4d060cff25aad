using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>还入: goods of a <see cref="LendOut"/> that came back, at their share of what they went out at.</summary>
internal static class LendReturn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Follows = [DocumentKind.LendOut], MustFollow = true, NeedsParty = true, SharesWith = Lendings.Kinds,
        IsInward = true,
    };

    private static Refusal? Move(PostingDesk desk) => ComingBack.Move(desk, Location.Lent);

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.Inventory, Account.GoodsDispatched, desk.Booked.Sum(line => line.CostAmount));
}
