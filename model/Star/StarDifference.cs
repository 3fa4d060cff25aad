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
    int MonthsLeftOff)
{
    /// <summary>Annexes that are others, by table.</summary>
    public IReadOnlyList<AnnexDifference> Annexes { get; } =
        [.. Before.Annexes.Concat(After.Annexes).Select(annex => annex.Table).Distinct().Order(StringComparer.Ordinal)
            .Select(table => new AnnexDifference(table, Of(Before, table), Of(After, table)))
            .Where(annex => annex.Before != annex.After)];

    private static AnnexFile? Of(Manifest manifest, string table) =>
        manifest.Annexes.FirstOrDefault(annex => annex.Table == table);
}
