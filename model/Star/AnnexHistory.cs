namespace Analytics.Star;

/// <summary>Every annex that was served, as <c>&lt;table&gt;/&lt;stamp&gt;.parquet</c>: files are added and never
/// changed, and outlive the generations.</summary>
/// <remarks>A file is written after its annex is served. Where that was cut short, the next writer makes up for it from
/// the annex, which is kept as long as a manifest names it.</remarks>
internal static class AnnexHistory
{
    /// <summary>Writes what is missing of the annexes that manifests name.</summary>
    public static async Task SettleAsync(
        StarFolder folder, string history, StarSessionOptions options, CancellationToken ct)
    {
        var annexes = folder.List().SelectMany(manifest => manifest.Annexes).DistinctBy(annex => annex.File);
        foreach (var annex in annexes)
        {
            var file = Path.Combine(history, annex.Table, annex.File.Split('.')[0] + ".parquet");
            if (!File.Exists(file) && File.Exists(folder.AnnexPath(annex)))
            {
                await WriteAsync(folder, annex, file, options, ct);
            }
        }
    }

    private static async Task WriteAsync(
        StarFolder folder, AnnexFile annex, string file, StarSessionOptions options, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = file + ".part";
        var temp = options.TempFolderFor(folder, "star-annex");
        await using (var session = await StarSession.OpenFileAsync(folder.AnnexPath(annex), options, temp, ct))
        {
            await session.ExecuteAsync(
                $"copy (from {annex.Table}) to {DuckDb.Literal(part)} (format parquet, compression zstd)", ct);
        }

        StarFolder.FlushAndMove(part, file);
    }
}
