using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>Names columns from the glossary; a dimension parameter's pair is named after the dimension it
/// took.</summary>
internal static class ColumnLabels
{
    private static readonly Label AnyCode = new("编码", "Code");
    private static readonly Label AnyName = new("名称", "Name");

    public static bool Knows(string column, ReportDefinition report, Glossary glossary) =>
        glossary.Find(column) is not null || Parameter(column, report) is not null;

    /// <summary>Label and unit of a column, and whether its figures add up; dimensions by parameter name, null standing
    /// for none.</summary>
    public static (Label Label, string Unit, bool IsAdditive) Of(
        string column, ReportDefinition report, Glossary glossary, IReadOnlyDictionary<string, string?> dimensions)
    {
        var entry = glossary.Find(column);
        if (Parameter(column, report) is { } parameter)
        {
            var suffix = column[parameter.Length..];
            entry = dimensions.GetValueOrDefault(parameter) is { } dimension ? glossary.Find(dimension + suffix) : null;
            return entry is null
                ? (suffix == "_code" ? AnyCode : AnyName, "", false)
                : (entry.Label, entry.Unit, false);
        }
        return entry is null
            ? (new(column, column), "", false)
            : (entry.Label, entry.Unit, entry.IsAdditive);
    }

    /// <summary>The dimension parameter whose code or name the column is.</summary>
    private static string? Parameter(string column, ReportDefinition report) => report.Parameters
        .Where(parameter => parameter.Type == ParameterType.Dimension)
        .Select(parameter => parameter.Name)
        .FirstOrDefault(name => column == name + "_code" || column == name + "_name");
}
