using System.Globalization;

namespace Analytics.Reports.Explore;

/// <summary>Any measures by any dimensions: names of the catalog and values, unchecked.</summary>
/// <param name="Measures">Of one or several relations.</param>
/// <param name="By">Dimensions of the rows, outermost first; empty for one row.</param>
public sealed record ExploreQuery(IReadOnlyList<string> Measures, IReadOnlyList<string> By)
{
    /// <summary>Every row has to hold against all.</summary>
    public IReadOnlyList<ExploreFilter> Where { get; init; } = [];

    /// <summary><c>period</c>, or <c>from_date</c> and <c>to_date</c>; <c>grain</c>; <c>compare</c>,
    /// <c>tax_basis</c> and <c>amount_unit</c>: as a report that takes them does.</summary>
    public IReadOnlyDictionary<string, string> Range { get; init; } = new Dictionary<string, string>();

    /// <summary>A dimension whose members become columns; null for none.</summary>
    public string? Across { get; init; }

    /// <summary>How many members of the first dimension are shown; null for all.</summary>
    public int? Top { get; init; }

    /// <summary>Whether what <see cref="Top"/> leaves out is one row.</summary>
    public bool HasOthers { get; init; } = true;

    /// <summary>Null: the first measure, largest first.</summary>
    public ExploreSort? Sort { get; init; }

    public IReadOnlyList<ExploreHaving> Having { get; init; } = [];

    /// <summary>A row after the members of each outer dimension.</summary>
    public bool HasSubtotals { get; init; }

    public string? Generation { get; init; }

    public bool UseRollups { get; init; } = true;

    public CultureInfo Culture { get; init; } = CultureInfo.GetCultureInfo("zh-CN");
}
