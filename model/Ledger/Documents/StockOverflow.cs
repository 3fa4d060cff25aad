using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>报溢单: goods that were found, at what they cost now, else as they were last bought.</summary>
/// <remarks>Stock from loss into the depot; inventory against gains not yet decided on.</remarks>
internal static class StockOverflow
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        IsInward = true,
    };

    private static Refusal? Move(PostingDesk desk) => Found.Move(desk, Location.Loss);

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.Inventory, Account.LossPending, desk.Booked.Sum(line => line.CostAmount));
}
