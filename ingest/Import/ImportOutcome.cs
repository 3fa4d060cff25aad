namespace Analytics.Ingest.Import;

/// <summary>How an import ended: <see cref="Finished"/>, or <see cref="Refused"/> before anything was posted.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>The file was read to its end; single documents may have been refused.</summary>
    public sealed record Finished(ImportResult Result) : ImportOutcome;

    /// <summary>The file as such cannot be imported; one line: what, where, what to do.</summary>
    public sealed record Refused(Words Reason) : ImportOutcome;
}
