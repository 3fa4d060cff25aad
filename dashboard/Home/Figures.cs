using System.Globalization;
using Analytics.Dashboard.Web;

namespace Analytics.Dashboard.Home;

/// <summary>Figures as people read them: whole in tables, short on tiles (万 and 亿 in Chinese, K M B in English).
/// </summary>
internal static class Figures
{
    /// <summary>Nothing was there to compare or to divide by. Not the same as zero, which a table leaves
    /// blank.</summary>
    public const string Missing = "–";

    // Half of the last decimal of a percentage.
    private const decimal SmallestShown = 0.0005m;

    private const decimal Wan = 10_000m;
    private const decimal Yi = 100_000_000m;
    private const decimal Million = 1_000_000m;
    private const decimal Billion = 1_000_000_000m;

    public static string Amount(decimal? value, CultureInfo culture) => Cell(value, "#,##0.00", culture);

    public static string Qty(decimal? value, CultureInfo culture) => Cell(value, "#,##0.####", culture);

    public static string Rate(decimal? value, CultureInfo culture) => value is decimal rate
        ? (rate * 100).ToString("#,##0.0", culture) + "%"
        : Missing;

    /// <summary>A growth with its arrow; a fall is told by the arrow, so the number has no sign.</summary>
    public static Movement Growth(decimal? rate, CultureInfo culture) => Moved(
        rate, rate is decimal value ? (Math.Abs(value) * 100).ToString("#,##0.0", culture) + "%" : "");

    /// <summary>A change of a rate, in percentage points (百分点).</summary>
    public static Movement Points(decimal? change, Frame frame) => Moved(
        change,
        change is decimal value
            ? frame.Format("points", (Math.Abs(value) * 100).ToString("0.0", frame.Culture))
            : "");

    /// <summary>A tile's number and its unit apart, so that a page may set them in different sizes. 12.34 万元 in
    /// Chinese, 12.34K CNY in English.</summary>
    public static (string Number, string Unit) Short(decimal value, bool isMoney, Frame frame)
    {
        var size = Math.Abs(value);
        var (divisor, unit) = frame.IsEnglish
            ? size switch
            {
                >= Billion => (Billion, "unit_billion"),
                >= Million => (Million, "unit_million"),
                >= Wan => (1_000m, "unit_thousand"),
                _ => (1m, ""),
            }
            : size switch
            {
                >= Yi => (Yi, "unit_yi"),
                >= Wan => (Wan, "unit_wan"),
                _ => (1m, ""),
            };
        var format = divisor > 1 || isMoney ? "#,##0.00" : "#,##0.##";
        var words = unit.Length > 0 ? frame[unit] : "";
        var number = (value / divisor).ToString(format, frame.Culture);
        var money = isMoney ? frame["unit_yuan"] : "";
        return frame.IsEnglish ? (number + words, money) : (number, words + money);
    }

    private static string Cell(decimal? value, string format, CultureInfo culture) => value switch
    {
        null => Missing,
        0 => "",
        _ => value.Value.ToString(format, culture),
    };

    /// <summary>What is shown as 0.0 did not move, however its further decimals stand.</summary>
    private static Movement Moved(decimal? change, string size) => change switch
    {
        null => new("", Missing, ""),
        >= SmallestShown => new("▲", size, "rise"),
        <= -SmallestShown => new("▼", size, "fall"),
        _ => new("", size, "flat"),
    };
}
