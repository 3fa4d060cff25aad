using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>赠品样品单: goods given away without a sale.</summary>
/// <remarks>Stock out of the depot; an expense of sales against inventory. Output tax on what is deemed a sale (视同销售)
/// is not booked.</remarks>
internal static class SampleIssue
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle);

    private static Refusal? Move(PostingDesk desk) =>
        desk.Lines.Select(line => Out(desk, line)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Out(PostingDesk desk, LineDraft line) =>
        line.Row.Purpose.Length == 0
            ? new Refusal(RefusalReason.PurposeMissing, (int)line.Row.LineNo, line.Given.ItemCode)
            : SaleGoods.Unpriced(line) ?? SaleGoods.Out(desk, line, Location.Sample);

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.SalesExpense, Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
}
