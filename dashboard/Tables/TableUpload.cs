using Analytics.Ledger.Posting;

namespace Analytics.Dashboard.Tables;

/// <summary>A file for a kept table.</summary>
/// <param name="Name">The table's.</param>
/// <param name="Path">Where it lies; its name ends in .csv or .xlsx.</param>
/// <param name="Actor">Who hands it in.</param>
/// <param name="Journal">Takes it; null only looks through it.</param>
public sealed record TableUpload(string Name, string Path, string Actor, Journal? Journal);
