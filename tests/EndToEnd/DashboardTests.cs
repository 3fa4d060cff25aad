using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Fixtures;
using ClosedXML.Excel;
using Microsoft.Playwright;

namespace Analytics.EndToEnd;

public sealed partial class DashboardTests(Browser browser, Company company)
    : IClassFixture<Browser>, IClassFixture<Company>
{
    private const string Owner = "老板";
    private const string Api = "/api/v1/reports/sales/year_on_year";

    [SkippableFact]
    public async Task The_owner_signs_in_and_reads_on_the_tiles_what_the_reports_say()
    {
        await using var visit = await browser.VisitAsync(company.Address);
        await visit.SignInAsync(Owner, Company.Password);
        foreach (var period in (string[])["today", "this_week", "this_month"])
        {
            var shown = await visit.Page.GetAttributeAsync(
                $"[data-period={period}] [data-measure=sales_amount] .number", "title");
            Number(shown!).Should().Be(Math.Round(await TotalAsync(visit, period), 2, MidpointRounding.AwayFromZero));
        }

        (await TotalAsync(visit, "this_month")).Should().BePositive();
        await visit.Page.WaitForSelectorAsync("#trend canvas");
        visit.Complaints.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_owner_changes_period_and_dimension_and_downloads_what_the_screen_shows()
    {
        await using var visit = await browser.VisitAsync(company.Address);
        await visit.SignInAsync(Owner, Company.Password);
        await visit.Page.SelectOptionAsync("#period", "last_90_days");
        await visit.Page.WaitForURLAsync(url => url.Contains("period=last_90_days", StringComparison.Ordinal));
        await visit.Page.SelectOptionAsync("#by", "item");
        await visit.Page.WaitForURLAsync(url => url.Contains("by=item", StringComparison.Ordinal));
        await visit.Page.WaitForSelectorAsync("main:not([aria-busy=true])");
        var screen = await RowsAsync(visit.Page);
        screen.Count.Should().BeGreaterThan(10);

        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.ClickAsync(".downloads a >> nth=0"));
        download.SuggestedFilename.Should().EndWith(".xlsx").And.StartWith("同比毛利");
        await using var content = File.OpenRead(await download.PathAsync());
        using var workbook = new XLWorkbook(PlainWorkbook.Of(content));
        var file = workbook.Worksheet(1).RowsUsed().Select(row => row.CellsUsed()
            .Where(cell => cell.DataType == XLDataType.Number)
            .Select(cell => Math.Round((decimal)cell.GetDouble(), 2, MidpointRounding.AwayFromZero)).ToList()).ToList();
        foreach (var (name, figures) in screen)
        {
            file.Should().Contain(row => figures.All(figure => row.Contains(figure)), $"{name} is on the screen");
        }

        visit.Complaints.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_back_button_and_a_bookmark_lead_to_the_view_that_was_there()
    {
        await using var visit = await browser.VisitAsync(company.Address);
        await visit.SignInAsync(Owner, Company.Password, "/?period=this_month&by=store");
        var table = visit.Page.Locator("#detail table");
        var before = (await table.TextContentAsync())!;
        await visit.Page.SelectOptionAsync("#by", "category1");
        await visit.Page.WaitForURLAsync(url => url.Contains("by=category1", StringComparison.Ordinal));
        await Assertions.Expect(table).Not.ToHaveTextAsync(before);
        await visit.Page.GoBackAsync();
        await Assertions.Expect(table).ToHaveTextAsync(before);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(table).ToHaveTextAsync(before);
        visit.Complaints.Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        await using var visit = await browser.VisitAsync(company.Address, width);
        await visit.SignInAsync(Owner, Company.Password, "/?period=last_90_days&by=item&compare=lunar");
        for (var language = 0; language < 2; language++)
        {
            (await WidthAsync(visit.Page)).Should().BeLessThanOrEqualTo(width);
            await visit.Page.SelectOptionAsync("#period", "custom");
            (await WidthAsync(visit.Page)).Should().BeLessThanOrEqualTo(width);
            await visit.Page.ClickAsync(".bar form[action='/language'] button");
            await visit.Page.WaitForSelectorAsync(language == 0 ? "html[lang=en] #detail" : "html[lang=zh-CN] #detail");
        }

        visit.Complaints.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task On_a_phone_the_first_column_and_the_totals_stay_in_sight()
    {
        await using var visit = await browser.VisitAsync(company.Address, 390);
        await visit.SignInAsync(Owner, Company.Password, "/?period=last_90_days&by=item");
        await visit.Page.EvaluateAsync("document.querySelector('.scroll').scrollTo(400, 300)");
        var edges = await visit.Page.EvaluateAsync<double[]>("""
            () => {
              const box = document.querySelector('.scroll').getBoundingClientRect();
              const name = document.querySelector('tbody .name').getBoundingClientRect();
              const total = document.querySelector('tfoot td').getBoundingClientRect();
              return [name.left - box.left, box.bottom - total.bottom];
            }
            """);
        edges.Should().OnlyContain(edge => Math.Abs(edge) <= 2);
    }

    [SkippableFact]
    public async Task Without_scripts_the_table_answers_all_the_same()
    {
        await using var visit = await browser.VisitAsync(company.Address, hasScripts: false);
        await visit.SignInAsync(Owner, Company.Password);
        await visit.Page.SelectOptionAsync("#by", "item");
        await visit.Page.ClickAsync(".apply");
        await visit.Page.WaitForURLAsync(url => url.Contains("by=item", StringComparison.Ordinal));
        (await visit.Page.Locator("#detail tbody tr").CountAsync()).Should().BeGreaterThan(3);
    }

    [SkippableFact]
    public async Task A_wrong_password_stays_on_the_page_and_says_so()
    {
        await using var visit = await browser.VisitAsync(company.Address);
        await visit.Page.GotoAsync("/");
        await visit.Page.FillAsync("[name=Name]", Owner);
        await visit.Page.FillAsync("[name=Password]", "wrong");
        await visit.Page.ClickAsync("main button");
        (await visit.Page.InnerTextAsync("[role=alert]")).Should().Contain("密码不对");
        (await visit.Page.InputValueAsync("[name=Name]")).Should().Be(Owner);
    }

    /// <summary>The total of a period by the API, in the visitor's own session.</summary>
    private static async Task<decimal> TotalAsync(Visit visit, string period)
    {
        var text = await visit.Page.EvaluateAsync<string>(
            "url => fetch(url).then(answer => answer.text())", $"{Api}?by=none&compare=none&period={period}");
        using var json = JsonDocument.Parse(text);
        var at = json.RootElement.GetProperty("columns").EnumerateArray()
            .Select(column => column.GetProperty("name").GetString()).ToList().IndexOf("sales_amount");
        var total = json.RootElement.GetProperty("totals")[at];
        return total.ValueKind == JsonValueKind.Null ? 0 : total.GetDecimal();
    }

    /// <summary>Name and money figures of every row on the screen, the totals' row too.</summary>
    private static async Task<List<(string Name, List<decimal> Figures)>> RowsAsync(IPage page)
    {
        var rows = new List<(string, List<decimal>)>();
        foreach (var row in await page.Locator("#detail tbody tr, #detail tfoot tr").AllAsync())
        {
            var cells = await row.Locator("td[data-column*=_amount]").AllInnerTextsAsync();
            rows.Add((
                await row.Locator("th").InnerTextAsync(),
                [.. cells.Select(cell => Money().Match(cell).Value).Where(text => text.Length > 0).Select(Number)]));
        }

        return rows;
    }

    private static Task<int> WidthAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth");

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?[\d,]+\.\d\d")]
    private static partial Regex Money();
}
