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

    /// <summary>Members with their figures and nothing put beside, between or in place of them.</summary>
    internal bool IsList => By.Count == 1 && Across is null && Top is null && Sort is null && Having.Count == 0
        && Range.GetValueOrDefault("compare", "none") is "none" or "";

    /// <summary>What an answer says it was asked: the query, and of what was given what its range is.</summary>
    internal IReadOnlyDictionary<string, object?> Shown(IReadOnlyDictionary<string, object?> given)
    {
        var shown = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["measures"] = Measures.ToList(),
            ["by"] = By.ToList(),
        };
        foreach (var name in ExploreText.RangeNames.Where(given.ContainsKey))
        {
            shown[name] = given[name];
        }
        Add("across", Across);
        Add("where", Where.Count == 0 ? null : Where.Select(filter => filter.ToString()).ToList());
        Add("top", Top is { } top ? (long)top : null);
        Add("sort", Sort?.ToString());
        Add("having", Having.Count == 0 ? null : Having.Select(having => having.ToString()).ToList());
        return shown;

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                shown[name] = value;
            }
        }
    }
}
