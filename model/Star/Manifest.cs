using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Star;

/// <summary>What a generation is and where its figures are from (数据截至). Stands as JSON beside the base file.</summary>
/// <param name="Generation">The stamp of the build, such as 20261122T183000; sorts by time.</param>
/// <param name="BaseFile">File name of the base, beside the manifest; several generations may stand on one, with
/// different annexes.</param>
/// <param name="Seq">The last entry of the Ledger that is in it.</param>
/// <param name="LedgerHash">Hash of that entry: the head of the chain the figures stand on.</param>
/// <param name="CompleteTo">When that entry was recorded: every figure is complete to this moment.</param>
/// <param name="BuiltAt">When the generation was published.</param>
/// <param name="FirstBusinessDate">First business date of any document in it.</param>
/// <param name="LastBusinessDate">Last business date of any document in it.</param>
/// <param name="Rows">Rows by table of the base.</param>
/// <param name="Seconds">How long the build took.</param>
/// <param name="SchemaVersion">See <see cref="StarSchema.Version"/>.</param>
public sealed record Manifest(
    string Generation,
    string BaseFile,
    long Seq,
    string LedgerHash,
    DateTimeOffset CompleteTo,
    DateTimeOffset BuiltAt,
    DateOnly FirstBusinessDate,
    DateOnly LastBusinessDate,
    IReadOnlyDictionary<string, long> Rows,
    double Seconds,
    string SchemaVersion)
{
    /// <summary>Which statements loaded it, as the ingest counts them; empty where it was not said.</summary>
    public string Loads { get; init; } = "";

    /// <summary>When its rows were last written whole, each table in its order; null where that is when it was built.
    /// </summary>
    public DateTimeOffset? SortedAt { get; init; }

    /// <summary>Rows of facts that were added since.</summary>
    public long AddedRows { get; init; }

    /// <summary>What stands beside the base, by table.</summary>
    public IReadOnlyList<AnnexFile> Annexes { get; init; } = [];

    /// <summary>Rows of all tables of facts in the base.</summary>
    [JsonIgnore]
    public long FactRows =>
        Rows.Where(table => table.Key.StartsWith("fact_", StringComparison.Ordinal)).Sum(table => table.Value);

    /// <summary>The head of the chain as the Ledger's key signed it: kept elsewhere, it convicts who alters the book
    /// later. The star hands it on and does not read it.</summary>
    public JsonElement? SignedHead { get; init; }
}
