namespace Analytics.Ledger.Posting;

/// <summary>What kinds share that take goods out of the depot at what they cost there.</summary>
internal static class StockOut
{
    public static Refusal? Move(PostingDesk desk, Location to, bool mayTakeLocked)
    {
        foreach (var line in desk.Lines)
        {
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
