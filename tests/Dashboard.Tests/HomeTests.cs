using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Fixtures;
using ClosedXML.Excel;

namespace Analytics.Dashboard.Tests;

public sealed partial class HomeTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Query = "period=custom&from=2024-02-01&to=2024-09-15&by=store&compare=&compare=last_year";

    [Fact]
    public async Task The_table_shows_the_sums_of_the_sales_by_store()
    {
        var page = await dashboard.Owner.PageAsync("/?" + Query);
        var expected = dashboard.Star.Sales
            .Where(sale => sale.BusinessDate >= new DateOnly(2024, 2, 1))
            .Where(sale => sale.BusinessDate <= new DateOnly(2024, 9, 15))
            .GroupBy(sale => sale.Dims.Store)
            .Select(store => (Name: SampleStar.StoreName(store.Key), Net: store.Sum(sale => sale.Figures.Net)))
            .OrderByDescending(store => store.Net)
            .ToList();
        Names(page).Should().Equal(expected.Select(store => store.Name));
        Cells(page, "sales_amount").Should().Equal(
            expected.Append(("", expected.Sum(store => store.Net))).Select(store => Shown(store.Item2)));
    }

    [Fact]
    public async Task A_file_holds_the_numbers_of_the_page_and_of_the_api()
    {
        using var answer = await dashboard.Owner.OpenAsync($"/export?{Query}&format=xlsx");
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        using var workbook = new XLWorkbook(PlainWorkbook.Of(await answer.Content.ReadAsStreamAsync()));
        var file = workbook.Worksheet(1).CellsUsed()
            .Where(cell => cell.DataType == XLDataType.Number)
            .Select(cell => Shown((decimal)cell.GetDouble())).ToHashSet();
        var page = await dashboard.Owner.PageAsync("/?" + Query);
        foreach (var column in (string[])["sales_amount", "sales_amount_last_year", "margin_amount"])
        {
            Cells(page, column).Should().NotBeEmpty().And.OnlyContain(cell => file.Contains(cell), column);
        }

        using var api = await dashboard.Owner.OpenAsync(
            "/api/v1/reports/sales/year_on_year?from_date=2024-02-01&to_date=2024-09-15&by=store&compare=last_year");
        using var json = JsonDocument.Parse(await api.Content.ReadAsStreamAsync());
        var columns = json.RootElement.GetProperty("columns").EnumerateArray()
            .Select(item => item.GetProperty("name").GetString()).ToList();
        var at = columns.IndexOf("margin_amount_last_year");
        json.RootElement.GetProperty("rows").EnumerateArray().Select(row => Shown(row[at].GetDecimal()))
            .Append(Shown(json.RootElement.GetProperty("totals")[at].GetDecimal()))
            .Should().Equal(Cells(page, "margin_amount_last_year"));
    }

    [Fact]
    public async Task A_csv_has_the_columns_of_the_page_and_no_others()
    {
        using var answer = await dashboard.Owner.OpenAsync($"/export?{Query}&format=csv&lang=en");
        var csv = await answer.Content.ReadAsStringAsync();
        csv.Should().Contain("Net sales, growth on last year").And.NotContain("Net sales, change on last year");
    }

    [Theory]
    [InlineData("today", 1)]
    [InlineData("this_week", 1)]
    [InlineData("this_month", 10)]
    public async Task A_tile_shows_the_sum_of_its_days(string period, int days)
    {
        // The last day, 2025-03-10, is a Monday and the tenth of its month.
        var last = new DateOnly(2025, 3, 10);
        var net = dashboard.Star.Sales
            .Where(sale => sale.BusinessDate > last.AddDays(-days) && sale.BusinessDate <= last)
            .Sum(sale => sale.Figures.Net);
        var page = await dashboard.Owner.PageAsync("/");
        var tile = page[page.IndexOf($"data-period=\"{period}\"", StringComparison.Ordinal)..];
        var whole = TileAmount().Match(tile).Groups[1].Value;
        whole.Should().Be(net == 0 ? "0" : Shown(net));
    }

    [Fact]
    public async Task The_page_speaks_Chinese_unless_told_otherwise_and_then_remembers()
    {
        using var client = dashboard.Client();
        await client.SignInAsync("owner", TestDashboard.Password);
        (await client.PageAsync("/")).Should().Contain("经营概览").And.Contain("lang=\"zh-CN\"");
        using var answer = await client.PostAsync("/language", "/", ("To", "en"), ("Return", "/?by=item"));
        answer.Headers.Location!.ToString().Should().Be("/?by=item");
        (await client.PageAsync("/")).Should().Contain("Overview")
            .And.Contain("Net sales").And.NotContain("经营概览");
        using var elsewhere = dashboard.Client();
        await elsewhere.SignInAsync("owner", TestDashboard.Password);
        (await elsewhere.PageAsync("/")).Should().Contain("Overview", "the account keeps the language");
        using var back = await client.PostAsync("/language", "/", ("To", "zh"), ("Return", "//evil.example"));
        back.Headers.Location!.ToString().Should().Be("/");
    }

    [Fact]
    public async Task The_freshness_line_names_moment_and_generation()
    {
        var page = await dashboard.Owner.PageAsync("/");
        page.Should().Contain("2025-03-10 22:00").And.Contain("截至 22:00")
            .And.Contain(dashboard.Star.Manifest.Generation);
    }

    [Fact]
    public async Task A_question_that_is_refused_says_why_on_the_page()
    {
        using var answer = await dashboard.Owner.OpenAsync("/?period=someday");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())
            .Should().Contain("someday").And.Contain("this_month");
    }

    [Fact]
    public async Task Without_a_comparison_only_the_current_figures_stand_there()
    {
        var page = await dashboard.Owner.PageAsync("/?by=store&compare=");
        Cells(page, "sales_amount").Should().NotBeEmpty();
        Cells(page, "sales_amount_last_year").Should().BeEmpty();
    }

    [Fact]
    public async Task Every_member_that_sold_has_its_row()
    {
        var page = await dashboard.Owner.PageAsync("/?by=item&period=this_year");
        Names(page).Should().HaveCount(dashboard.Star.Sales
            .Where(sale => sale.BusinessDate.Year == 2025).Select(sale => sale.Dims.Item).Distinct().Count());
    }

    private static string Shown(decimal value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(string page) =>
        Name().Matches(page).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Cells(string page, string column) =>
        Regex.Matches(page, $"""<td[^>]*data-column="{column}"[^>]*>\s*([^<\s]+)""")
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex("""<th scope="row" class="name"[^>]*><span>([^<]*)</span>""")]
    private static partial Regex Name();

    [GeneratedRegex("""data-measure="sales_amount".*?class="number[^>]*title="([^"]*)""", RegexOptions.Singleline)]
    private static partial Regex TileAmount();
}
