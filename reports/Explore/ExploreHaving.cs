using System.Globalization;

namespace Analytics.Reports.Explore;

/// <summary>Which rows of the answer are shown, by a figure of theirs. Totals hold all.</summary>
/// <param name="Column">A column of the answer, such as <c>sales_amount</c> or <c>sales_amount_change_last_year</c>.
/// </param>
/// <param name="Sign">One of <c>&lt; &lt;= &gt; &gt;= = !=</c>.</param>
public sealed record ExploreHaving(string Column, string Sign, decimal Value)
{
    private static readonly string[] Signs = ["<=", ">=", "!=", "<", ">", "="];

    /// <summary>Reads <c>sales_amount&gt;=1000</c>; null where it is none.</summary>
    public static ExploreHaving? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sign = Signs.FirstOrDefault(sign => text.Contains(sign, StringComparison.Ordinal));
        if (sign is null)
        {
            return null;
        }
        var parts = text.Split(sign, 2, StringSplitOptions.TrimEntries);
        return parts[0].Length > 0
            && decimal.TryParse(
                parts[1],
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value)
            ? new(parts[0], sign, value)
            : null;
    }

    /// <summary>A blank figure holds nothing.</summary>
    public bool Holds(decimal? figure) => figure is { } known && Sign switch
    {
        "<" => known < Value,
        "<=" => known <= Value,
        ">" => known > Value,
        ">=" => known >= Value,
        "=" => known == Value,
        _ => known != Value,
    };

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => $"{Column}{Sign}{Value.ToString(CultureInfo.InvariantCulture)}";
}
