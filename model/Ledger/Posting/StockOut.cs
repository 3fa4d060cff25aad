namespace Analytics.Ledger.Posting;

/// <summary>What kinds share that take goods out of the depot at what they cost there.</summary>
internal static class StockOut
{
    public static Refusal? Move(PostingDesk desk, Location to, bool mayTakeLocked) =>
        Move(desk, _ => to, mayTakeLocked);

    /// <param name="desk">Of the document.</param>
    /// <param name="where">Where a line's goods go.</param>
    /// <param name="mayTakeLocked">Whether what is locked may go too.</param>
    public static Refusal? Move(PostingDesk desk, Func<LineDraft, Location> where, bool mayTakeLocked)
    {
        foreach (var line in desk.Lines)
        {
            var to = where(line);
            var (parts, refusal) = desk.Picking.Out(line, to, mayTakeLocked);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Issue(line, to, parts);
        }

        return null;
    }
}
