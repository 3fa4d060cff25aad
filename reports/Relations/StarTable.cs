namespace Analytics.Reports.Relations;

/// <summary>A table of a generation.</summary>
/// <param name="Columns">Type by name, in the table's order.</param>
internal sealed record StarTable(string Name, IReadOnlyDictionary<string, string> Columns, long Rows)
{
    /// <summary>Qualified name, as statements write it.</summary>
    public string Place { get; init; } = "";

    public bool Has(string column) => Columns.ContainsKey(column);

    /// <summary>Without a business date a table holds whole months only.</summary>
    public bool IsMonthly => !Has("business_date") && Has("month_key");
}
