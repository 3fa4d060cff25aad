using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>The lines above a table that say what it is: parameters, ranges, and up to when the figures are
/// complete.</summary>
internal static class HeadLines
{
    private static readonly Label CompleteToLabel = new("数据截至", "Complete to");

    public static IEnumerable<string> Of(ReportResult result, CultureInfo culture)
    {
        yield return string.Join("  ", result.Params.Where(entry => entry.Value is not null)
            .Select(entry => $"{entry.Key}={CellText.Exact(entry.Value)}"));
        if (result.Windows.Count > 0)
        {
            yield return string.Join("  ", result.Windows.Select(window => Range(window, culture)));
        }
        yield return CompleteTo(result, culture);
    }

    public static string CompleteTo(ReportResult result, CultureInfo culture) =>
        $"{CompleteToLabel.In(culture)} {Moment(result.CompleteTo)}";

    public static string Moment(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static string Range(WindowRange window, CultureInfo culture)
    {
        var days = new Label("天", window.Days == 1 ? " day" : " days").In(culture);
        var cut = window.CutLabel is { } label ? new Label("，", ", ").In(culture) + label.In(culture) : "";
        var dates = $"{CellText.Iso(window.From)}–{CellText.Iso(window.To)}";
        return FormattableString.Invariant($"{window.Label.In(culture)} {dates} ({window.Days}{days}{cut})");
    }
}
