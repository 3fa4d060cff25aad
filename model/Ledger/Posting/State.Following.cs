namespace Analytics.Ledger.Posting;

/// <summary>What followed the lines of posted documents.</summary>
internal sealed partial class State
{
    private readonly Dictionary<(long Seq, long LineNo), Dictionary<string, long>> followed = [];
    private readonly HashSet<(long Seq, long LineNo, string Kind)> changedFollowed = [];

    /// <summary>How much of a line was followed, ×10⁴ in the base unit, by the kind of what followed it.</summary>
    public IReadOnlyDictionary<string, long> Followed(long seq, long lineNo)
    {
        if (!followed.TryGetValue((seq, lineNo), out var known))
        {
            followed.Add((seq, lineNo), known = tables.Followed(seq, lineNo));
        }

        return known;
    }

    private void ApplyFollowed(Draft draft)
    {
        foreach (var ((seq, lineNo, kind), qty) in draft.Followed)
        {
            _ = Followed(seq, lineNo);
            followed[(seq, lineNo)][kind] = qty;
            changedFollowed.Add((seq, lineNo, kind));
        }
    }

    private void WriteFollowed()
    {
        foreach (var (seq, lineNo, kind) in changedFollowed)
        {
            tables.PutFollowed(seq, lineNo, kind, followed[(seq, lineNo)][kind]);
        }

        changedFollowed.Clear();
    }
}
