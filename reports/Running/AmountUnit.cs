using Analytics.Reports.Arguments;
using Analytics.Reports.Export;
using Analytics.Reports.Relations;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>Amounts in yuan or in ten thousands of it (金额单位): <c>amount_unit</c>. Prices and averages stay in yuan.
/// </summary>
internal static class AmountUnit
{
    public const string Parameter = "amount_unit";
    public const string Wan = "wan";

    /// <summary>What may be asked for.</summary>
    public static readonly string[] Choices = ["yuan", Wan];

    public static bool IsWan(ReportArguments arguments) => arguments.Values.GetValueOrDefault(Parameter) is Wan;

    /// <summary>What stands in place of a column; null where it is as the text has it.</summary>
    public static string? Replaced(string name, ReportArguments arguments, Glossary glossary) =>
        IsWan(arguments) && IsAmount(name, glossary) ? $"answer.{ViewComposer.Quoted(name)} * 0.0001" : null;

    /// <summary>Label and unit of a column as it is shown.</summary>
    public static (Label Label, string Unit, bool IsAdditive) Of(
        (Label Label, string Unit, bool IsAdditive) column, string name, ReportArguments arguments, Glossary glossary)
    {
        if (!IsWan(arguments) || !IsAmount(name, glossary))
        {
            return column;
        }
        var (zh, en) = (column.Label.Zh, column.Label.En);
        return (
            new(zh.EndsWith('）') ? zh[..^1] + "，万元）" : zh + "（万元）", en + " (10k)"),
            XlsxFormats.TenThousands, column.IsAdditive);
    }

    private static bool IsAmount(string name, Glossary glossary) => glossary.Find(name) is { Unit: XlsxFormats.Money }
        && !name.StartsWith("average_", StringComparison.Ordinal)
        && !name.Contains("unit_price", StringComparison.Ordinal);
}
