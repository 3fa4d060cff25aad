using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Reports.Export;
using Analytics.Reports.Plot;
using SkiaSharp;

namespace Analytics.Reports.Tests.Export;

/// <summary>Answers as pages and pictures.</summary>
public sealed partial class PaperTests(Company company) : IClassFixture<Company>
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public async Task Html_holds_every_cell_as_shown_and_runs_nothing_it_holds()
    {
        var result = await company.AnswerAsync("by=store", "from_date=2024-01-01", "to_date=2024-04-10");
        var nasty = result with
        {
            Rows = [["S<1>", "<script>alert(1)</script>", .. result.Rows[0][2..]], .. result.Rows.Skip(1)],
        };

        var html = Encoding.UTF8.GetString(await BytesAsync(nasty, ExportFormat.Html, Chinese));

        html.Should().NotContain("<script").And.Contain("&lt;script&gt;alert(1)&lt;/script&gt;");
        html.Should().StartWith("<!doctype html>").And.Contain("lang=\"zh-CN\"").And.Contain("合计");
        var columns = result.Columns;
        foreach (var row in result.Rows.Skip(1))
        {
            row.Select((cell, at) => CellText.Shown(cell, columns[at], Chinese)).Where(text => text.Length > 0)
                .Should().OnlyContain(text => html.Contains($">{text}</td>"));
        }
    }

    [Theory]
    [InlineData("a4")]
    [InlineData("a5")]
    [InlineData("241-2")]
    [InlineData("241-3")]
    public async Task Pages_hold_all_rows_once_and_their_sums_run_up_to_the_sum_of_all(string name)
    {
        var result = await company.AnswerAsync(
            "by=item", "grain=month", "from_date=2024-01-01", "to_date=2024-04-10", "compare=last_year");
        using var typeface = SKTypeface.CreateDefault();
        var paper = Paper.Find(name)!;
        var sheets = PdfSheet.Of(result, new ExportOptions(Chinese, "") { Paper = paper }, typeface);

        sheets.Should().HaveCountGreaterThan(1, "the window's figures are on sheets of their own");
        foreach (var sheet in sheets)
        {
            var pages = sheet.Pages().ToList();
            pages.Should().HaveCountGreaterThan(1);
            pages.Max(page => Lowest(page, result)).Should().BeLessThan(paper.End.Sign - 5, "nothing lies on the foot");
            pages.Select(page => page.From).Should().Equal(pages.Select(page => page.To).SkipLast(1).Prepend(0));
            pages[^1].To.Should().Be(result.Rows.Count);
            pages.Select(page => page.IsLast).Should().Equal(pages.Select((_, at) => at == pages.Count - 1));
            sheet.Width.Should().BeLessThanOrEqualTo(paper.Usable + 0.5f);
            sheet.Font.Size.Should().BeGreaterThanOrEqualTo(5.4f);
            var sums = pages.ConvertAll(sheet.Sums);
            var additive = result.Columns.Select((column, at) => (column, at))
                .Where(entry => sums[0].Page[entry.at] is not null).ToList();
            additive.Should().OnlyContain(entry => entry.column.IsAdditive).And.NotBeEmpty();
            foreach (var (_, at) in additive)
            {
                var all = result.Rows.Sum(row => Number(row[at]));
                sums.Sum(sum => Number(sum.Page[at])).Should().Be(all);
                Number(sums[^1].Running[at]).Should().Be(all);
            }
        }
    }

    [Fact]
    public async Task A_rate_and_a_count_of_different_things_are_never_added_on_a_page()
    {
        var result = await company.AnswerAsync("by=store", "from_date=2024-01-01", "to_date=2024-04-10");

        result.Columns.Where(column => column.IsAdditive).Select(column => column.Name)
            .Should().Contain(["sales_qty", "sales_amount", "margin_amount", "sales_amount_change_last_year"])
            .And.NotContain(["margin_rate", "sales_amount_growth_rate_last_year", "store_code"]);
    }

    [Fact]
    public async Task A_pdf_has_the_pages_that_were_laid_out()
    {
        var result = await company.AnswerAsync(
            "by=item", "grain=month", "from_date=2024-01-01", "to_date=2024-04-10", "compare=last_year");
        using var typeface = SKTypeface.CreateDefault();
        var pages = PdfSheet.Of(result, new ExportOptions(English, ""), typeface).Sum(sheet => sheet.Pages().Count());

        var text = Encoding.Latin1.GetString(await BytesAsync(result, ExportFormat.Pdf, English));

        text.Should().StartWith("%PDF-").And.EndWith("%%EOF\n");
        Page().Count(text).Should().BeCloseTo(pages, 2, "fonts differ in width");
    }

    [Theory]
    [InlineData("by=store")]
    [InlineData("by=store", "grain=month")]
    [InlineData("by=item", "grain=week")]
    [InlineData("by=none", "grain=day")]
    [InlineData("by=none")]
    public async Task Every_answer_with_figures_can_be_drawn(params string[] parameters)
    {
        var result = await company.AnswerAsync([.. parameters, "from_date=2024-01-01", "to_date=2024-04-10"]);

        var picture = await BytesAsync(result, ExportFormat.Png, Chinese);
        var drawing = Encoding.UTF8.GetString(await BytesAsync(result, ExportFormat.Svg, Chinese));

        using var bitmap = SKBitmap.Decode(picture);
        (bitmap.Width, bitmap.Height).Should().Be((1200, 675));
        bitmap.Pixels.Distinct().Should().HaveCountGreaterThan(10, "something is drawn");
        drawing.Should().Contain("<svg");
    }

    [Fact]
    public async Task What_has_no_figures_is_refused_as_a_picture_and_said_why()
    {
        var result = await company.AnswerAsync("by=store", "from_date=2024-01-01", "to_date=2024-04-10");
        var bare = result with { Columns = [.. result.Columns.Take(2)], Rows = [], Totals = null };

        ReportFile.WhyNot(bare, ExportFormat.Png, English)!.Value.En.Should().Contain("no figure to draw");
        ReportFile.WhyNot(result, ExportFormat.Svg, English).Should().BeNull();
    }

    [Theory]
    [InlineData("line bucket sales_amount by by_name", true, "by_name")]
    [InlineData("bar by_name sales_amount", false, null)]
    public void A_header_says_how_to_draw(string text, bool isLine, string? series)
    {
        var spec = ChartSpec.Parse(text)!;
        (spec.IsLine, spec.Measure, spec.Series).Should().Be((isLine, "sales_amount", series));
        ChartSpec.Parse("pie").Should().BeNull();
    }

    [Theory]
    [InlineData("a5", 595, 420)]
    [InlineData("241", 683.15, 792)]
    [InlineData("241-2", 683.15, 396)]
    [InlineData("241-3", 683.15, 263.9)]
    public async Task Pages_are_as_large_as_the_paper_that_was_asked_for(string name, double width, double height)
    {
        var result = await company.AnswerAsync("by=store", "from_date=2024-01-01", "to_date=2024-04-10");
        var options = new ExportOptions(English, Path.GetTempPath()) { Paper = Paper.Find(name)! };

        using var file = new MemoryStream();
        await ReportFile.WriteAsync(result, ExportFormat.Pdf, options, file, default);
        using var html = new MemoryStream();
        await ReportFile.WriteAsync(result, ExportFormat.Html, options, html, default);

        var boxes = MediaBox().Matches(Encoding.Latin1.GetString(file.ToArray())).Select(match =>
            match.Groups.Values.Skip(1).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture)));
        boxes.Should().NotBeEmpty().And.OnlyContain(box =>
            Math.Abs(box.First() - width) < 0.5 && Math.Abs(box.Last() - height) < 0.5);
        Encoding.UTF8.GetString(html.ToArray()).Should().Contain($"@page{{size:{options.Paper.Css}}}");
    }

    /// <summary>The base line of the last that is drawn in a page's table and under it.</summary>
    private static float Lowest(PdfPage page, ReportResult result)
    {
        var sheet = page.Sheet;
        var lines = page.To - page.From + (sheet.HasSums ? 2 : 0)
            + (page.IsLast && result.Totals is not null ? 1 : 0);
        return sheet.TableTop + sheet.HeadHeight + 4 + (lines * sheet.RowHeight);
    }

    private static decimal Number(object? value) => value switch
    {
        decimal number => number,
        long number => number,
        _ => 0,
    };

    private static async Task<byte[]> BytesAsync(ReportResult result, ExportFormat format, CultureInfo culture)
    {
        using var file = new MemoryStream();
        await ReportFile.WriteAsync(
            result, format, new ExportOptions(culture, Path.GetTempPath()), file, CancellationToken.None);
        return file.ToArray();
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex MediaBox();
}
