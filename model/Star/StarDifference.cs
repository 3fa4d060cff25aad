namespace Analytics.Star;

/// <summary>What differs between two generations.</summary>
/// <param name="Before">The first.</param>
/// <param name="After">The second.</param>
/// <param name="Tables">Tables that differ, by name.</param>
/// <param name="Months">Sums that differ, by table, month and measure, as many as are told.</param>
/// <param name="MonthsLeftOff">How many more differ.</param>
public sealed record StarDifference(
    Manifest Before,
    Manifest After,
    IReadOnlyList<TableDifference> Tables,
    IReadOnlyList<MonthDifference> Months,
    int MonthsLeftOff);
