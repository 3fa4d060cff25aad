using Analytics.Ledger;

namespace Analytics.Ingest.Foreign;

/// <summary>Where a snapshot of a foreign database reads and leaves what it does not publish.</summary>
/// <param name="Settings">The database.</param>
/// <param name="OwnMappings">The company's own mappings, a folder each; they come before the shipped ones.</param>
/// <param name="Quarantine">Rows that break the contract are listed here.</param>
/// <param name="Day">By which the company counts its days.</param>
public sealed record ForeignPlace(ForeignSettings Settings, string OwnMappings, string Quarantine, BusinessDay Day)
{
    /// <summary>The file that lists them; there is none where there are none.</summary>
    public string QuarantineFile => Path.Combine(Quarantine, $"source-{Settings.Name}.csv");
}
