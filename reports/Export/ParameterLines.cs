using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>What a workbook says on its last sheet: what was asked, of which figures, and who had it written when.
/// </summary>
internal static class ParameterLines
{
    public static readonly Label TotalLabel = new("合计", "Total");

    public static IEnumerable<(string Name, string Value)> Of(ReportResult result, ExportOptions options)
    {
        var culture = options.Culture;
        yield return ("report", result.Report);
        yield return ("title", result.Title.In(culture));
        yield return ("generation", result.Generation);
        yield return ("complete_to", HeadLines.Moment(result.CompleteTo));
        if (options.PrintedAt is { } at)
        {
            yield return ("printed_at", HeadLines.Moment(at));
        }

        if (options.PrintedBy.Length > 0)
        {
            yield return ("printed_by", options.PrintedBy);
        }

        foreach (var (name, value) in result.Params)
        {
            yield return (name, CellText.Exact(value));
        }

        foreach (var window in result.Windows)
        {
            yield return (
                $"{window.Key} ({window.Label.In(culture)})",
                FormattableString.Invariant($"{CellText.Iso(window.From)}..{CellText.Iso(window.To)} ({window.Days})")
                + (window.CutLabel is { } cut ? " " + cut.In(culture) : ""));
        }

        yield return ("relation", result.Relation);
    }
}
