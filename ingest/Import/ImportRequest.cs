using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Import;

/// <summary>What to import.</summary>
/// <param name="Path">The file; or a folder that holds the file the mapping names under source.file.</param>
/// <param name="Mapping">What its columns mean; null where it is a template, whose columns say it.</param>
/// <param name="RejectFolder">Where the reject file goes; made when needed.</param>
/// <param name="TempFolder">For what does not fit in memory: the data folder's tmp; made when needed.</param>
public sealed record ImportRequest(string Path, Mapping? Mapping, string RejectFolder, string TempFolder)
{
    /// <summary>Everything but posting: what only the book knows, such as an unknown item, is not found.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Names the reject file instead of the clock: done again, the import leaves the same file. Null for the
    /// clock.</summary>
    public string? Stamp { get; init; }
}
