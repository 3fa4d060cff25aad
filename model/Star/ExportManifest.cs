using System.Text.Json;

namespace Analytics.Star;

/// <summary>What an export of a generation holds: <c>manifest.json</c> in its folder.</summary>
/// <param name="Generation">It was made of.</param>
/// <param name="Seq">The last entry of the Ledger in it.</param>
/// <param name="CompleteTo">When that entry was recorded.</param>
/// <param name="SchemaVersion">Of the tables.</param>
/// <param name="Since">The generation of the earlier export that has the unchanged files; null for a whole export.
/// </param>
/// <param name="Tables">By name.</param>
public sealed record ExportManifest(
    string Generation,
    long Seq,
    DateTimeOffset CompleteTo,
    string SchemaVersion,
    string? Since,
    IReadOnlyList<ExportedTable> Tables)
{
    /// <summary>Of all its files, in small letters; exports of an earlier program were Parquet.</summary>
    public string Format { get; init; } = "parquet";

    internal const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
    };

    /// <summary>The manifest of an export.</summary>
    /// <exception cref="StarException">The folder is none, or its manifest cannot be read.</exception>
    public static ExportManifest Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<ExportManifest>(stream, Json) ?? throw new JsonException("empty");
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StarException(
                $"{file} is not the manifest of an export ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); "
                + "name the folder of an earlier export, or export all.", e);
        }
    }

    internal async Task WriteAsync(string folder, CancellationToken ct)
    {
        await using var stream = File.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(stream, this, Json, ct);
        stream.Flush(flushToDisk: true);
    }
}
