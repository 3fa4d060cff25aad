using System.Text.Json;

namespace Analytics.Star;

/// <summary>The end of the Ledger's chain as a build saw it.</summary>
/// <param name="Seq">The last entry.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="BusinessDate">Its business date: stands in the manifest where no fact bears a date.</param>
public sealed record LedgerHead(long Seq, string Hash, DateTimeOffset RecordedAt, DateOnly BusinessDate)
{
    /// <summary>Which statements loaded the rows, as the ingest counts them.</summary>
    public string Loads { get; init; } = "";

    /// <summary>The head as the Ledger's key signed it; the star hands it on and does not read it.</summary>
    public JsonElement? SignedHead { get; init; }
}
