using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;

namespace Analytics.Dashboard.Tests;

/// <summary>The catalog and the explorer as pages: lists, forms, answers, the way to what is behind a row, and saving.
/// </summary>
public sealed partial class QuestionPageTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Ranking = "/report/sales/ranking?period=custom&from_date=2024-02-01&to_date=2024-09-15&top=5";

    public static TheoryData<string> Ids => [.. Catalog.Load(null).Reports.Select(report => report.Id)];

    [Fact]
    public async Task The_list_names_every_report_and_leads_to_it()
    {
        var page = await dashboard.Owner.PageAsync("/reports?lang=en");
        foreach (var report in Catalog.Load(null).Reports)
        {
            page.Should().Contain($"<a href=\"/report/{report.Id}\">{report.Title.En}</a>");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_report_has_a_page_with_a_field_for_each_parameter(string id)
    {
        using var answer = await dashboard.Owner.OpenAsync($"/report/{id}?lang=en");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var parameter in Catalog.Load(null).Find(id)!.Parameters)
        {
            page.Should().Contain($"name=\"{parameter.Name}\"");
            ReportWords.Parameter(parameter.Name).Should().NotBeNull("{0} stands in words.csv", parameter.Name);
        }
    }

    [Fact]
    public async Task A_page_shows_the_figures_of_the_api_and_every_file_is_of_them()
    {
        var page = await dashboard.Owner.PageAsync(Ranking);
        using var api = await dashboard.Owner.OpenAsync(
            "/api/v1/reports/sales/ranking?from_date=2024-02-01&to_date=2024-09-15&top=5");
        using var json = JsonDocument.Parse(await api.Content.ReadAsStreamAsync());
        var names = json.RootElement.GetProperty("columns").EnumerateArray()
            .Select(column => column.GetProperty("name").GetString()).ToList();
        var at = names.IndexOf("sales_amount");
        var rows = json.RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => row[at].GetDecimal().ToString("#,##0.00", null)).ToList();

        rows.Should().HaveCount(5);
        Cells(page, "sales_amount").Take(5).Should().Equal(rows);
        foreach (var format in (string[])["xlsx", "csv", "html", "parquet", "arrow", "json", "svg"])
        {
            using var file = await dashboard.Owner.OpenAsync($"{Ranking}&format={format}");
            file.StatusCode.Should().Be(HttpStatusCode.OK, format);
            file.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
            (await file.Content.ReadAsByteArrayAsync()).Should().NotBeEmpty(format);
        }
    }

    [Fact]
    public async Task A_row_leads_to_its_lines_whose_sum_is_the_row()
    {
        var page = await dashboard.Owner.PageAsync(Ranking);
        var ranked = decimal.Parse(Cells(page, "sales_qty")[0], null);
        var link = Link().Match(page).Groups[1].Value;
        link.Should().Contain("item=").And.Contain("from_date=2024-02-01").And.Contain("to_date=2024-09-15");

        var lines = await dashboard.Owner.PageAsync(link + "&rows=all");

        Cells(lines, "qty").Sum(cell => decimal.Parse(cell, null)).Should().Be(ranked);
    }

    [Fact]
    public async Task A_bucket_leads_to_its_own_days()
    {
        var page = await dashboard.Owner.PageAsync(
            "/report/sales/analysis?period=custom&from_date=2024-02-10&to_date=2024-03-20&by=store&then=none"
            + "&grain=month");
        var links = Link().Matches(page).Select(match => match.Groups[1].Value).ToList();
        links.Should().Contain(link => link.Contains("from_date=2024-02-10") && link.Contains("to_date=2024-02-29"));
        links.Should().Contain(link => link.Contains("from_date=2024-03-01") && link.Contains("to_date=2024-03-20"));
    }

    [Fact]
    public async Task The_explorer_answers_what_its_address_says_and_asks_nothing_unasked()
    {
        var empty = await dashboard.Owner.PageAsync("/explore?lang=en");
        empty.Should().NotContain("<table");
        foreach (var name in ExploreText.Names)
        {
            empty.Should().Contain($"name=\"{name}\"");
        }

        var page = await dashboard.Owner.PageAsync(
            "/explore?measures=sales_amount&by=store&period=custom&from_date=2024-02-01&to_date=2024-09-15");
        var total = dashboard.Star.Sales.Where(sale => sale.BusinessDate >= new DateOnly(2024, 2, 1)
            && sale.BusinessDate <= new DateOnly(2024, 9, 15)).Sum(sale => sale.Figures.Net);
        Cells(page, "sales_amount")[^1].Should().Be(total.ToString("#,##0.00", null));
    }

    [Fact]
    public async Task What_is_wrong_with_a_question_stands_above_its_fields()
    {
        using var answer = await dashboard.Owner.OpenAsync("/report/sales/ranking?by=moon&lang=en");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.Should().Contain("by: there is no 'moon'").And.Contain("name=\"by\"");
        using var missing = await dashboard.Owner.OpenAsync("/report/sales/nothing?lang=en");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var format = await dashboard.Owner.OpenAsync("/report/sales/ranking?format=exe");
        format.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var paper = await dashboard.Owner.OpenAsync("/report/sales/ranking?format=pdf&paper=letter");
        paper.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_page_leads_to_what_is_printed_on_each_paper()
    {
        var links = PaperLink().Matches(await dashboard.Owner.PageAsync(Ranking))
            .Select(match => match.Groups[1].Value).ToList();

        links.Should().HaveCount(Paper.All.Count);
        foreach (var (link, paper) in links.Zip(Paper.All))
        {
            link.Should().EndWith("&format=pdf&paper=" + paper.Name);
            using var file = await dashboard.Owner.OpenAsync(link);
            file.StatusCode.Should().Be(HttpStatusCode.OK);
            file.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        }
    }

    [Fact]
    public async Task A_saved_question_is_listed_leads_back_to_its_page_and_is_deleted_by_its_owner()
    {
        using var owner = dashboard.Client();
        await owner.SignInAsync("owner", TestDashboard.Password);
        using var saved = await owner.PostAsync(
            "/saved", Ranking, ("Name", "前五名 <b>"),
            ("Content", """{"report": "sales/ranking", "params": {"top": "5", "by": "item"}}"""));
        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await owner.PageAsync("/reports")).Should().Contain("前五名 <b>").And.Contain("/saved/%E5%89%8D");
        using var opened = await owner.OpenAsync("/saved/" + Uri.EscapeDataString("前五名 <b>"));
        opened.Headers.Location!.OriginalString.Should().Be("/report/sales/ranking?by=item&top=5");

        using var deleted = await owner.PostAsync("/saved/delete", "/reports", ("Name", "前五名 <b>"));
        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await owner.PageAsync("/reports")).Should().NotContain("/saved/%E5%89%8D");
    }

    [Theory]
    [InlineData("自建/门店 A")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("a\\nb?c#d")]
    public async Task A_saved_question_leads_nowhere_but_to_a_page_of_reports(string report)
    {
        using var owner = dashboard.Client();
        await owner.SignInAsync("owner", TestDashboard.Password);
        using var saved = await owner.PostAsync(
            "/saved", "/reports", ("Name", "odd"), ("Content", $$"""{"report": "{{report}}"}"""));
        using var opened = await owner.OpenAsync("/saved/odd");
        opened.StatusCode.Should().Be(HttpStatusCode.Redirect);
        opened.Headers.Location!.OriginalString.Should().StartWith("/report/");
        using var page = await owner.OpenAsync(opened.Headers.Location.OriginalString);
        page.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", """{"report": "sales/ranking"}""")]
    [InlineData("x", "not json")]
    [InlineData("x", """{"report": "sales/ranking", "surprise": 1}""")]
    public async Task What_cannot_be_saved_is_refused_in_a_line(string name, string content)
    {
        using var owner = dashboard.Client();
        await owner.SignInAsync("owner", TestDashboard.Password);
        using var saved = await owner.PostAsync("/saved", Ranking, ("Name", name), ("Content", content));
        saved.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static List<string> Cells(string page, string column) =>
        [.. Cell().Matches(page).Where(match => match.Groups[1].Value == column)
            .Select(match => match.Groups[2].Value.Trim())];

    [GeneratedRegex("""<td[^>]*data-column="([a-z_0-9]+)">([^<]*)""")]
    private static partial Regex Cell();

    [GeneratedRegex("""<td><a href="(/report/[^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("""<a download href="([^"]+&paper=[^"]+)">""")]
    private static partial Regex PaperLink();
}
