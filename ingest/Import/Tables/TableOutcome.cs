namespace Analytics.Ingest.Import.Tables;

/// <summary>How an import into a kept table ended.</summary>
public abstract record TableOutcome
{
    private TableOutcome()
    {
    }

    /// <summary>The file was read to its end; single rows may have been refused.</summary>
    public sealed record Finished(TableResult Result) : TableOutcome;

    /// <summary>The file as such cannot be imported; one line: what, where, what to do.</summary>
    public sealed record Refused(Words Reason) : TableOutcome;
}
