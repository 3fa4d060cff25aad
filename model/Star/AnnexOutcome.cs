namespace Analytics.Star;

/// <summary>How the writing of an annex ended.</summary>
public abstract record AnnexOutcome
{
    private AnnexOutcome()
    {
    }

    /// <summary>It is served, beside the base that was served before.</summary>
    public sealed record Published(Manifest Manifest) : AnnexOutcome;

    /// <summary>What was served is served still.</summary>
    /// <param name="Line">What, where, what to do.</param>
    /// <param name="Rows">The first rows that cannot be; empty where none were looked at.</param>
    public sealed record Refused(string Line, IReadOnlyList<string> Rows) : AnnexOutcome;
}
