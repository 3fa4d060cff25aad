using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>The lines above a table that say what it is: parameters, ranges, and up to when the figures are
/// complete.</summary>
internal static class HeadLines
{
    /// <summary>For names and dates by hand.</summary>
    public static readonly Label SignLine = new(
        "制表：____________    审核：____________    负责人：____________",
        "Prepared: ____________    Checked: ____________    Approved: ____________");

    private static readonly Label CompleteToLabel = new("数据截至", "Complete to");
    private static readonly Label InYuan = new("金额单位：元", "Amounts in CNY");
    private static readonly Label InTenThousands = new("金额单位：万元", "Amounts in 10,000 CNY");
    private static readonly Label PrintedAtLabel = new("打印时间", "Printed at");
    private static readonly Label PrintedByLabel = new("打印人", "by");

    public static IEnumerable<string> Of(ReportResult result, CultureInfo culture)
    {
        // Ranges stand on a line of their own.
        string[] ofRanges = result.Windows.Count > 0 ? ["from_date", "to_date", "compare"] : [];
        yield return string.Join("  ", result.Params
            .Where(entry => entry.Value is not null && !ofRanges.Contains(entry.Key))
            .Select(entry => ReportWords.Said(entry.Key, entry.Value, culture)));
        if (result.Windows.Count > 0)
        {
            yield return string.Join("  ", result.Windows.Select(window => Range(window, culture)));
        }
        yield return CompleteTo(result, culture);
    }

    /// <summary>The line on a page that says in what amounts are, by whom it was printed and when; empty where there
    /// is nothing to say.</summary>
    public static string Printed(ReportResult result, ExportOptions options)
    {
        var culture = options.Culture;
        var parts = new List<string>();
        if (result.Columns.Any(column => column.Unit == XlsxFormats.TenThousands))
        {
            parts.Add(InTenThousands.In(culture));
        }
        else if (result.Columns.Any(column => column.Unit == XlsxFormats.Money))
        {
            parts.Add(InYuan.In(culture));
        }

        if (options.PrintedAt is { } at)
        {
            parts.Add($"{PrintedAtLabel.In(culture)} {Moment(at)}");
        }

        if (options.PrintedBy.Length > 0)
        {
            parts.Add($"{PrintedByLabel.In(culture)} {options.PrintedBy}");
        }

        return string.Join("  ", parts);
    }

    /// <summary>The lines below a table on a page: the total in words, then the notes.</summary>
    public static IEnumerable<string> End(ReportResult result, CultureInfo culture) =>
        result.Notes.Select(note => note.In(culture)).Prepend(Capitals(result, culture))
            .Where(line => line.Length > 0);

    /// <summary>The total in words, for a page in Chinese whose one amount it is; empty for any other.</summary>
    public static string Capitals(ReportResult result, CultureInfo culture)
    {
        var amounts = Enumerable.Range(0, result.Columns.Count)
            .Where(at => result.Columns[at] is
                { Unit: XlsxFormats.Money, Type: ColumnType.Decimal, Window: null, IsAdditive: true }).ToList();
        return culture.TwoLetterISOLanguageName == "zh" && amounts is [var only]
            && CellText.Number(result.Totals?[only]) is { } total
            ? $"{result.Columns[only].Label.Zh}合计（大写）：{CapitalAmount.Of(total)}" : "";
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
