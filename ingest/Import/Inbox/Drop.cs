namespace Analytics.Ingest.Import.Inbox;

/// <summary>A file in the inbox, or a folder that holds a source with its related files, as it was when looked at.
/// </summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Of the file, or of all files of the folder.</param>
/// <param name="WrittenAt">When last written to, in UTC.</param>
internal sealed record Drop(string Path, long Bytes, DateTime WrittenAt)
{
    /// <summary>Names under which programs write what is not whole yet, and the office's own lock files.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload"];

    private static readonly string[] Readable = [".csv", ".txt", ".tsv", ".xlsx", ".parquet"];

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsFolder => Directory.Exists(Path);

    /// <summary>Whether its name says a format that is read; a folder's files are looked at by the mapping.</summary>
    public bool IsReadable =>
        IsFolder || Readable.Contains(System.IO.Path.GetExtension(Path), StringComparer.OrdinalIgnoreCase);

    /// <summary>What lies in a folder, in the order of names, save what is not whole yet.</summary>
    /// <param name="inbox">The folder.</param>
    /// <param name="besides">A folder in it that is none of them.</param>
    public static IReadOnlyList<Drop> In(string inbox, string besides) =>
    [
        .. Directory.EnumerateFileSystemEntries(inbox)
            .Where(path => !IsUnfinished(System.IO.Path.GetFileName(path)) && path != besides)
            .Order(StringComparer.Ordinal)
            .Select(Look)
            .OfType<Drop>(),
    ];

    /// <summary>Null where it went away meanwhile.</summary>
    private static Drop? Look(string path)
    {
        try
        {
            FileInfo[] files = Directory.Exists(path)
                ? new DirectoryInfo(path).GetFiles("*", SearchOption.AllDirectories)
                : [new FileInfo(path)];
            return files.Length == 0
                ? null
                : new Drop(path, files.Sum(file => file.Length), files.Max(file => file.LastWriteTimeUtc));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool IsUnfinished(string name) =>
        name[0] == '.' || name.StartsWith("~$", StringComparison.Ordinal)
        || Unfinished.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
