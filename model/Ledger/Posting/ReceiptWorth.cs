namespace Analytics.Ledger.Posting;

/// <summary>Makes goods that a receipt brought worth more or less, long after: what was sold of them changes the cost
/// of sales.</summary>
internal static class ReceiptWorth
{
    /// <param name="desk">Of the document; the line is booked already.</param>
    /// <param name="line">Follows the line of the receipt.</param>
    /// <param name="change">Signed; not 0.</param>
    public static void Raise(PostingDesk desk, LineDraft line, long change)
    {
        var (seq, lineNo) = (line.Row.OriginalSeq, line.Row.OriginalLineNo);
        var moved = desk.State.StockRows(seq).Where(row => row.DocumentLineNo == lineNo && row.Qty > 0).ToList();
        CostAdjustmentNote.Spread(desk, line with { Row = line.Row with { CostAmount = change } }, moved);
    }
}
