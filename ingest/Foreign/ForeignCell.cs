using System.Globalization;

namespace Analytics.Ingest.Foreign;

/// <summary>Turns a value of a foreign engine into one of the contract, or says what is wrong with it. Nothing is
/// rounded, cut or guessed.</summary>
internal static class ForeignCell
{
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    /// <summary>The value, null where there is none; or the fault's name.</summary>
    public static (object? Value, string? Fault) Read(ForeignColumn column, object raw)
    {
        var text = raw is string given ? given.Trim() : null;
        if (raw is DBNull || text is { Length: 0 })
        {
            return column.IsNeeded ? (null, "missing") : (null, null);
        }

        return column.Type switch
        {
            "varchar" => (Text(raw), null),
            "bigint" => Whole(raw),
            "decimal" => Exact(column, raw),
            "boolean" => Flag(raw),
            "date" => Moment(raw) is { } day ? (DateOnly.FromDateTime(day), null) : (null, "not_a_date"),
            _ => Moment(raw) is { } moment ? (moment, null) : (null, "not_a_date"),
        };
    }

    /// <summary>As it stands in a list of what was refused.</summary>
    public static string Text(object raw) => raw switch
    {
        string text => text.Trim(),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        byte[] => "(bytes)",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => raw.ToString() ?? "",
    };

    private static decimal? Number(object raw)
    {
        try
        {
            return raw switch
            {
                decimal number => number,
                // What an engine keeps as a double was written with 15 digits or fewer.
                double number when double.IsFinite(number) => (decimal)number,
                float number when float.IsFinite(number) => (decimal)number,
                sbyte or byte or short or ushort or int or uint or long or ulong =>
                    Convert.ToDecimal(raw, CultureInfo.InvariantCulture),
                string text when decimal.TryParse(
                    text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture, out var number) => number,
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static (object? Value, string? Fault) Whole(object raw) => Number(raw) switch
    {
        null => (null, "not_a_number"),
        { } number when number != decimal.Truncate(number) => (null, "too_many_decimals"),
        { } number when number is < long.MinValue or > long.MaxValue => (null, "too_large"),
        { } number => ((long)number, null),
    };

    private static (object? Value, string? Fault) Exact(ForeignColumn column, object raw)
    {
        if (Number(raw) is not { } number)
        {
            return (null, "not_a_number");
        }

        if (decimal.Round(number, column.Decimals) != number)
        {
            return (null, "too_many_decimals");
        }

        // One digit less than the column holds: sums and products of a row must fit too.
        var bound = (decimal)Math.Pow(10, column.Digits - column.Decimals - 1);
        return Math.Abs(number) < bound ? (decimal.Round(number, column.Decimals), null) : (null, "too_large");
    }

    private static (object? Value, string? Fault) Flag(object raw) => raw switch
    {
        bool flag => (flag, null),
        _ when Number(raw) is { } number && number is 0 or 1 => (Number(raw) == 1, null),
        _ => (null, "not_a_flag"),
    };

    private static DateTime? Moment(object raw) => raw switch
    {
        DateTime moment => moment,
        DateTimeOffset moment => moment.DateTime,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text when DateTime.TryParseExact(
            text.Trim(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) => moment,
        _ => null,
    };
}
