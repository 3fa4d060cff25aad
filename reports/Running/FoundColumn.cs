using Analytics.Reports.Relations;

namespace Analytics.Reports.Running;

/// <summary>A column that a text answers with.</summary>
/// <param name="Clr">As the provider reads it.</param>
internal sealed record FoundColumn(string Name, ColumnType Type, Type Clr)
{
    /// <summary>What stands in every cell instead, one of the project's own words; null for what the text answers.
    /// </summary>
    public string? Given { get; init; }

    /// <summary>Read as one of the few types that a stream of rows has; null where it has none for it.</summary>
    public string? Cast => Type switch
    {
        _ when Given is { } text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        ColumnType.Bool => In("boolean"),
        ColumnType.Date => In("date"),
        ColumnType.Int => In("bigint"),
        ColumnType.Text when Clr == typeof(string) => In("varchar"),
        ColumnType.Decimal or ColumnType.Rate when Clr == typeof(decimal) => Reference,
        ColumnType.Decimal or ColumnType.Rate when Clr == typeof(double) => Reference,
        _ => null,
    };

    /// <summary>As text, in the form that members are compared by.</summary>
    public string Key => Type == ColumnType.Date
        ? $"coalesce(strftime({Reference}, '%m/%d/%Y'), '')"
        : $"coalesce({In("varchar")}, '')";

    public string Reference => "answer." + ViewComposer.Quoted(Name);

    private string In(string type) => $"{Reference}::{type}";
}
