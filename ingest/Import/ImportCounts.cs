namespace Analytics.Ingest.Import;

/// <summary>What has become of documents and masters so far.</summary>
public sealed record ImportCounts
{
    public long DocumentsPosted { get; init; }

    /// <summary>They wait for approval.</summary>
    public long DocumentsHeld { get; init; }

    /// <summary>The same content stood in the book before.</summary>
    public long DocumentsAlreadyThere { get; init; }

    public long DocumentsRefused { get; init; }

    /// <summary>Rows of refused documents.</summary>
    public long RowsRefused { get; init; }

    /// <summary>New masters, or new versions of masters.</summary>
    public long MastersCreated { get; init; }

    public long MastersRefused { get; init; }
}
