namespace Analytics.Reports.Relations;

/// <summary>The table each logical relation of a text stands on.</summary>
internal sealed record ViewPlan(Footing Footing, TextShape Shape, IReadOnlyDictionary<string, StarTable> Tables)
{
    public string TableNames => string.Join(", ", Tables.Values.Select(table => table.Name).Distinct());
}
