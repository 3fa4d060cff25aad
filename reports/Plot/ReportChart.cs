using System.Globalization;
using Analytics.Reports.Export;
using ScottPlot;
using Canvas = ScottPlot.Plot;
using Label = Analytics.Star.Label;

namespace Analytics.Reports.Plot;

/// <summary>An answer as a picture: lines over time where it has dates, bars of its first rows where it has not, each
/// window's base beside the current figure.</summary>
internal sealed class ReportChart
{
    private const int Width = 1200;
    private const int Height = 675;
    private const int MostLines = 8;
    private const int MostBars = 20;
    private const int MostTicks = 14;

    private static readonly Label Others = new("仅前", "first");

    private static readonly Color[] Lines =
        Of("#2F6FDE", "#E07B39", "#3A9D6E", "#B8506F", "#7A62C9", "#C2A12E", "#4BA3C3", "#8C8C8C");

    /// <summary>The current figure, then what it is compared with.</summary>
    private static readonly Color[] Bars = Of("#2F6FDE", "#B9C6DA", "#D9CBB2", "#C9D9C3", "#DCC6D2");

    private readonly ReportResult result;
    private readonly CultureInfo culture;
    private readonly Canvas plot;
    private readonly int measure;

    private ReportChart(Canvas plot, ReportResult result, CultureInfo culture, int measure)
    {
        this.plot = plot;
        this.result = result;
        this.culture = culture;
        this.measure = measure;
    }

    public static byte[] Png(ReportResult result, CultureInfo culture)
    {
        using var plot = Of(result, culture);
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }

    public static string Svg(ReportResult result, CultureInfo culture)
    {
        using var plot = Of(result, culture);
        return plot.GetSvgXml(Width, Height);
    }

    /// <summary>Whether there is a figure to draw.</summary>
    public static bool CanDraw(ReportResult result) => MeasureOf(result) >= 0;

    private static Color[] Of(params string[] colours) =>
        colours.Select(hex => Color.FromHex(hex)).ToArray();

    private static Canvas Of(ReportResult result, CultureInfo culture)
    {
        var plot = new Canvas();
        new ReportChart(plot, result, culture, MeasureOf(result)).Draw();
        return plot;
    }

    private static int MeasureOf(ReportResult result)
    {
        var named = ChartSpec.Parse(result.Chart) is { } spec ? PlaceOf(result, spec.Measure) : -1;
        return named >= 0 ? named : result.Columns.ToList().FindIndex(IsFigure);
    }

    private static int PlaceOf(ReportResult result, string column) =>
        result.Columns.ToList().FindIndex(known => known.Name == column);

    private static bool IsFigure(ReportColumn column) =>
        column.Type is ColumnType.Int or ColumnType.Decimal or ColumnType.Rate && column.Role != ColumnRole.Member;

    private void Draw()
    {
        if (PaperFont.Family is { } family)
        {
            plot.Font.Set(family);
        }

        var date = result.Columns.ToList().FindIndex(
            column => column.Type == ColumnType.Date && column.Role == ColumnRole.Member);
        var label = result.Columns[measure].Label.In(culture);
        if (date >= 0 && ChartSpec.Parse(result.Chart)?.IsLine != false)
        {
            DrawLines(date);
        }
        else
        {
            DrawBars();
        }

        plot.Title($"{result.Title.In(culture)}  {label}");
        plot.Axes.Title.Label.FontSize = 20;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = Tick };
        plot.XLabel(string.Join("  ", HeadLines.Of(result, culture).Skip(1)), 12);
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Bottom.MinorTickStyle.Length = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.XAxisStyle.IsVisible = false;
    }

    private void DrawLines(int date)
    {
        var series = SeriesPlace();
        var lines = Details()
            .GroupBy(row => series < 0 ? "" : CellText.Exact(row[series]))
            .OrderByDescending(line => line.Sum(row => CellText.Number(row[measure]) ?? 0))
            .ToList();
        foreach (var (line, at) in lines.Take(MostLines).Select((line, at) => (line, at)))
        {
            var points = line.Where(row => row[date] is DateOnly && row[measure] is not null)
                .OrderBy(row => (DateOnly)row[date]!).ToList();
            var drawn = plot.Add.Scatter(
                points.Select(row => ((DateOnly)row[date]!).ToDateTime(TimeOnly.MinValue).ToOADate()).ToArray(),
                points.Select(row => (double)CellText.Number(row[measure])!.Value).ToArray());
            drawn.Color = Lines[at];
            drawn.LineWidth = 2.5f;
            drawn.LegendText = Named(line.Key, lines.Count, at == MostLines - 1);
        }

        SetDates(Details().Select(row => row[date]).OfType<DateOnly>().Distinct().Order().ToList());
        if (series >= 0)
        {
            ShowLegend();
        }
    }

    /// <summary>Beside the figures, so that it hides none.</summary>
    private void ShowLegend()
    {
        plot.Legend.FontSize = 13;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = ScottPlot.Colors.Transparent;
        plot.ShowLegend(Edge.Right);
    }

    /// <summary>A tick for every bucket, or for every so many of them.</summary>
    private void SetDates(List<DateOnly> dates)
    {
        var every = Math.Max(1, (dates.Count + MostTicks - 1) / MostTicks);
        var form = dates.TrueForAll(date => date.Day == 1) ? "yyyy-MM" : "MM-dd";
        var shown = dates.Where((_, at) => at % every == 0).ToList();
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            shown.Select(date => date.ToDateTime(TimeOnly.MinValue).ToOADate()).ToArray(),
            shown.Select(date => date.ToString(form, CultureInfo.InvariantCulture)).ToArray());
    }

    /// <summary>The last line that is drawn says that there are more.</summary>
    private string Named(string name, int all, bool isLast) => isLast && all > MostLines
        ? string.Create(CultureInfo.InvariantCulture, $"{name} ({Others.In(culture)} {MostLines} / {all})")
        : name;

    private void DrawBars()
    {
        var rows = Details().Take(MostBars).ToList();
        var shown = result.Columns.Select((column, at) => (column, at))
            .Where(entry => entry.at == measure
                || (entry.column.Role == ColumnRole.Base && entry.column.Measure == result.Columns[measure].Name))
            .ToList();
        var width = 0.8 / shown.Count;
        foreach (var ((column, at), group) in shown.Select((entry, group) => (entry, group)))
        {
            var bars = rows.Select((row, place) => new Bar
            {
                Position = place + ((group - ((shown.Count - 1) / 2.0)) * width),
                Value = (double)(CellText.Number(row[at]) ?? 0),
                FillColor = Bars[group % Bars.Length],
                LineWidth = 0,
                Size = width * 0.92,
            });
            plot.Add.Bars(bars.ToArray()).LegendText = WindowName(column);
        }

        var names = NamePlace();
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            Enumerable.Range(0, rows.Count).Select(place => (double)place).ToArray(),
            rows.Select(row => names < 0 ? "" : CellText.Exact(row[names])).ToArray());
        if (rows.Count > 8)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = 35;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
            plot.Axes.Bottom.MinimumSize = 130;
        }

        plot.Axes.Margins(bottom: 0);
        if (shown.Count > 1)
        {
            ShowLegend();
        }
    }

    private string WindowName(ReportColumn column) =>
        result.Windows.FirstOrDefault(window => window.Key == (column.Window ?? "current"))?.Label.In(culture)
        ?? column.Label.In(culture);

    /// <summary>Rows that hold others would be drawn twice.</summary>
    private IEnumerable<object?[]> Details()
    {
        if (result.Levels is not { Count: > 0 } levels)
        {
            return result.Rows;
        }

        var deepest = levels.Max();
        return result.Rows.Where((_, at) => levels[at] == deepest);
    }

    private int SeriesPlace() =>
        ChartSpec.Parse(result.Chart)?.Series is { } named && PlaceOf(result, named) is >= 0 and var place
            ? place
            : NamePlace();

    private int NamePlace()
    {
        var members = result.Columns.Select((column, at) => (column, at))
            .Where(entry => entry.column is { Type: ColumnType.Text, Role: ColumnRole.Member }).ToList();
        return members.Count == 0 ? -1
            : members.Where(entry => entry.column.Name.EndsWith("_name", StringComparison.Ordinal))
                .Append(members[0]).First().at;
    }

    private string Tick(double value)
    {
        if (result.Columns[measure].Type == ColumnType.Rate)
        {
            return value.ToString("0.#%", CultureInfo.InvariantCulture);
        }

        return culture.TwoLetterISOLanguageName == "zh" && Math.Abs(value) >= 10_000
            ? (value / 10_000).ToString("#,##0.##", CultureInfo.InvariantCulture) + "万"
            : value.ToString("#,##0.##", CultureInfo.InvariantCulture);
    }
}
