using Analytics.Star;

namespace Analytics.Reports;

/// <summary>One file of the catalog: header and SQL.</summary>
/// <param name="Id">Path below the catalog without extension, e.g. <c>sales/year_on_year</c>.</param>
/// <param name="Title">What menus and exports call it.</param>
/// <param name="Sql">Valid DuckDB as it stands, over logical relations, parameters as <c>$name</c>.</param>
public sealed record ReportDefinition(string Id, Label Title, string Sql)
{
    /// <summary>Columns whose values are unique together in the answer.</summary>
    public IReadOnlyList<string> Grain { get; init; } = [];

    public IReadOnlyList<ReportParameter> Parameters { get; init; } = [];

    /// <summary>The measure of which each row's part, place and pull stand beside it; null where none is.</summary>
    public string? Share { get; init; }

    /// <summary>The measure that rows are sorted by where the text does not order them; null for sales, or the first
    /// there is. The text tells it: it is the first that an explorer's text answers with.</summary>
    internal string? SortBy { get; init; }

    public string? Chart { get; init; }

    public string? Drill { get; init; }

    public string? Deliver { get; init; }

    /// <summary>What question it answers and what it is confused with.</summary>
    public Label? Why { get; init; }

    /// <summary>Runs once per comparison window: it declares from_date, to_date and compare.</summary>
    public bool IsCompared => Has("from_date") && Has("to_date") && Has("compare");

    private bool Has(string name) => Parameters.Any(parameter => parameter.Name == name);
}
