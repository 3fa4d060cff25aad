namespace Analytics.Reports;

/// <summary>What a column says about its row, so that a page can place it without reading its name.</summary>
public enum ColumnRole
{
    /// <summary>Identifies the row: code, name, bucket.</summary>
    Member,

    /// <summary>A measure in the current range.</summary>
    Current,

    /// <summary>A measure in the base range of <see cref="ReportColumn.Window"/>.</summary>
    Base,

    /// <summary>Current − base.</summary>
    Change,

    /// <summary>(Current − base) ÷ base; null where base is null or ≤ 0.</summary>
    GrowthRate,

    /// <summary>Current rate − base rate; ×100 it is percentage points.</summary>
    Points,

    /// <summary>The row's part of the total (占比); null where the total is ≤ 0.</summary>
    Share,

    /// <summary>Place among the rows of the same bucket by the current figure (名次), 1 is the largest.</summary>
    Rank,

    /// <summary>Current share − share of the base range (占比变化).</summary>
    SharePoints,

    /// <summary>What the row's change adds to the growth of the total (拉动): change ÷ base of the total.</summary>
    Pull,

    /// <summary>Place in the base range − place now (名次变化): 2 is two places up.</summary>
    RankChange,
}
