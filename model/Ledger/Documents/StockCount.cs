using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>盘点单: what was counted of each item, batch or bin, nothing too, against what the book says as of the
/// document's moment; the difference is found or lost.</summary>
/// <remarks>What moved after that moment is taken off the book's quantity. Inventory against losses and gains not yet
/// decided on; where it takes in a whole scope (<see cref="Document.Whole"/>), lines for what of that it does not list
/// follow its own. What was counted and what the book said stands in <c>stock_count_line</c>, also where they agree.
/// </remarks>
internal static class StockCount
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Whole, Counting.Move, Settle)
    {
        MayBeNothing = true, IsInward = true,
    };

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in desk.Booked)
        {
            desk.Pay(Account.Inventory, Account.LossPending, line.CostAmount);
        }
    }
}
