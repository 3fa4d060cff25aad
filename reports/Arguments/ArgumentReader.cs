using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Reports.Compare;

namespace Analytics.Reports.Arguments;

/// <summary>Reads the text of one value as its parameter's type.</summary>
internal static partial class ArgumentReader
{
    public const string NoDimension = "none";
    private const string DateForm = "yyyy-MM-dd, today, month_start, year_start";

    /// <summary>A value, or a list of them, or null where the text is not of the type; then <paramref name="refusal"/>
    /// says
    /// why.</summary>
    public static object? Read(ReportParameter parameter, string text, DateOnly today, out ReportRefusal? refusal)
    {
        refusal = null;
        if (!parameter.IsList)
        {
            return ReadOne(parameter, text.Trim(), today, out refusal);
        }
        var values = new List<object>();
        foreach (var piece in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadOne(parameter, piece, today, out refusal) is not { } value)
            {
                return null;
            }
            values.Add(value);
        }
        return ListOf(parameter.Type, values);
    }

    /// <summary>What is wrong with a parameter's declaration beside its form, or null.</summary>
    public static string? FaultOfDefault(ReportParameter parameter)
    {
        if (parameter.Default is null)
        {
            return null;
        }
        Read(parameter, parameter.Default, new DateOnly(2020, 2, 29), out var refusal);
        return refusal?.Message.En;
    }

    private static object? ReadOne(ReportParameter parameter, string text, DateOnly today, out ReportRefusal? refusal)
    {
        refusal = null;
        if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(text))
        {
            refusal = Refusals.NotAmong(parameter.Name, text, parameter.Choices);
            return null;
        }
        var value = Typed(parameter, text, today);
        if (value is null)
        {
            refusal = Refusals.NotOf(parameter.Name, text, FormOf(parameter.Type));
        }
        return value;
    }

    private static object? Typed(ReportParameter parameter, string text, DateOnly today) => parameter.Type switch
    {
        ParameterType.Date => Date(text, today),
        ParameterType.Int => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
            ? n : null,
        ParameterType.Decimal => decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var d)
            ? d : null,
        ParameterType.Bool => text switch
        {
            "true" or "yes" or "1" => true,
            "false" or "no" or "0" => false,
            _ => null,
        },
        ParameterType.Window => text == Window.None || Window.Parse(text) is not null ? text : null,
        ParameterType.Dimension => Name().IsMatch(text) ? text : null,
        ParameterType.Text => text,
    };

    public static string FormOf(ParameterType type) => type switch
    {
        ParameterType.Date => DateForm,
        ParameterType.Int => "1234",
        ParameterType.Decimal => "1234.5",
        ParameterType.Bool => "true, false",
        ParameterType.Window => Window.Keys,
        ParameterType.Dimension => "store, item, category1 …, none",
        ParameterType.Text => "text",
    };

    private static object ListOf(ParameterType type, List<object> values) => type switch
    {
        ParameterType.Date => values.Cast<DateOnly>().ToList(),
        ParameterType.Int => values.Cast<long>().ToList(),
        ParameterType.Decimal => values.Cast<decimal>().ToList(),
        ParameterType.Bool => values.Cast<bool>().ToList(),
        _ => values.Cast<string>().ToList(),
    };

    private static object? Date(string text, DateOnly today) => text switch
    {
        "today" => today,
        "month_start" => new DateOnly(today.Year, today.Month, 1),
        "year_start" => new DateOnly(today.Year, 1, 1),
        _ => DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
    };

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Name();
}
