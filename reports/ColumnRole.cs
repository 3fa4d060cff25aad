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
}
