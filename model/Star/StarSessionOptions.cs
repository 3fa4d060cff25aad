namespace Analytics.Star;

/// <summary>What one in-process DuckDB instance may use.</summary>
public sealed record StarSessionOptions
{
    /// <summary>As DuckDB writes it, such as 3GB.</summary>
    public string MemoryLimit { get; init; } = "3GB";

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where work that exceeds the memory limit spills: a folder of its own inside <c>data/tmp</c>. Empty
    /// means <c>tmp</c> beside the star folder.</summary>
    public string TempFolder { get; init; } = "";

    internal string TempFolderFor(StarFolder folder, string purpose)
    {
        var root = TempFolder.Length > 0
            ? TempFolder
            : Path.Combine(Path.GetDirectoryName(folder.FullPath) ?? folder.FullPath, "tmp");
        return Path.Combine(root, purpose);
    }
}
