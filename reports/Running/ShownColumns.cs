using Analytics.Reports.Arguments;
using Analytics.Reports.Definition;
using Analytics.Reports.Relations;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>The columns of a text's answer as they are shown: in the units that were asked for.</summary>
internal static class ShownColumns
{
    /// <summary>The select list over a text's answer. The engine turns units, exactly, for rows that are held and for
    /// those that are written as they come.</summary>
    public static string SelectList(ReportDefinition report, ReportArguments arguments, Glossary glossary)
    {
        const string all = "answer.*";
        var exclude = QuantityUnit.IsTaken(arguments)
            ? $" exclude ({string.Join(", ", QuantityUnit.Hidden)})" : "";
        if (!AmountUnit.IsWan(arguments) && exclude.Length == 0)
        {
            return all;
        }
        var replaced = Definition.SelectList.Of(SqlTokens.Of(report.Sql, 1)).Select(column => column.Name)
            .OfType<string>()
            .Select(name => (Name: name, Expression: AmountUnit.Replaced(name, arguments, glossary)
                ?? QuantityUnit.Replaced(name, arguments, glossary)))
            .Where(column => column.Expression is not null)
            .Select(column => $"{column.Expression} as {ViewComposer.Quoted(column.Name)}").ToList();
        return all + exclude + (replaced.Count == 0 ? "" : $" replace ({string.Join(", ", replaced)})");
    }

    /// <summary>The columns, those that hold codes with what people read instead.</summary>
    public static List<ReportColumn> WithCodes(IEnumerable<ReportColumn> columns, Glossary glossary) =>
        [.. columns.Select(column => column.Type == ColumnType.Text && glossary.Codes(column.Name) is { } codes
            ? column with { Codes = codes } : column)];

    /// <summary>Label and unit of a column, and whether its figures add up.</summary>
    public static (Label Label, string Unit, bool IsAdditive) Of(
        string column, ReportDefinition report, Glossary glossary, ReportArguments arguments)
    {
        var found = ColumnLabels.Of(column, report, glossary, arguments.Dimensions);
        if (TaxBasis.IsGross(arguments) && column == "sales_amount")
        {
            found = found with { Label = TaxBasis.GrossSales };
        }
        found = AmountUnit.Of(found, column, arguments, glossary);
        return QuantityUnit.Of(found, column, arguments, glossary);
    }
}
