using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>赠品样品单: goods given away without a sale.</summary>
/// <remarks>Stock out of the depot; an expense of sales against inventory, and against output tax where the document
/// says how that is reckoned (<see cref="DeemedSale"/>).</remarks>
internal static class SampleIssue
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.DeemedSale, Move, Settle);

    private static Refusal? Move(PostingDesk desk) =>
        DeemedSales.Unpriced(desk)
        ?? desk.Lines.Select(line => Out(desk, line)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Out(PostingDesk desk, LineDraft line) =>
        line.Row.Purpose.Length == 0
            ? new Refusal(RefusalReason.PurposeMissing, (int)line.Row.LineNo, line.Given.ItemCode)
            : SaleGoods.Unpriced(line) ?? SaleGoods.Out(desk, line, Location.Sample);

    private static void Settle(PostingDesk desk)
    {
        desk.Pay(Account.SalesExpense, Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
        DeemedSales.Settle(desk);
    }
}
