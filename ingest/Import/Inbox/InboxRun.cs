using System.Text.Json.Serialization;

namespace Analytics.Ingest.Import.Inbox;

/// <summary>What is kept of one file, or folder, of the inbox.</summary>
/// <param name="StartedAt">In UTC.</param>
/// <param name="File">Its name in the inbox.</param>
/// <param name="Ending">What became of it.</param>
/// <param name="Seconds">From start to end.</param>
public sealed record InboxRun(DateTimeOffset StartedAt, string File, InboxEnding Ending, double Seconds)
{
    /// <summary>What said what its columns mean; null where it was left.</summary>
    public string? Mapping { get; init; }

    /// <summary>Rows read.</summary>
    public long RowsIn { get; init; }

    public long DocumentsPosted { get; init; }

    /// <summary>Were in the book already, with the same content.</summary>
    public long DocumentsAlreadyThere { get; init; }

    /// <summary>Documents whose rows are in quarantine.</summary>
    public long DocumentsRefused { get; init; }

    /// <summary>Rows in quarantine.</summary>
    public long Quarantined { get; init; }

    /// <summary>Name of the file in quarantine; mended and dropped into the inbox, it is tried again.</summary>
    public string? QuarantineFile { get; init; }

    /// <summary>Its name in the folder of what is done; null where it was left.</summary>
    public string? DoneAs { get; init; }

    /// <summary>Why it was left; in English, as all of a history.</summary>
    public string? Line { get; init; }

    /// <summary>The same for a reader.</summary>
    [JsonIgnore]
    public Words? Reason { get; init; }

    /// <summary>What the import says of itself, for a reader; null where it was left.</summary>
    [JsonIgnore]
    public Words? Summary { get; init; }
}
