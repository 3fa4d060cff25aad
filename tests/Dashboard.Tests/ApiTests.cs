using System.Globalization;
using System.Net;
using System.Text.Json;
using Analytics.Dashboard.Tests.Api;
using Analytics.Reports;
using Analytics.Reports.Export;

namespace Analytics.Dashboard.Tests;

public sealed class ApiTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Report = "/api/v1/reports/sales/year_on_year";

    [Theory]
    [InlineData("")]
    [InlineData("?by=item&period=this_year&compare=last_year,previous")]
    [InlineData("?by=none&grain=month&from_date=2024-01-01&to_date=2024-12-31&compare=none")]
    public async Task Json_is_what_the_runner_says(string query)
    {
        using var answer = await dashboard.Owner.OpenAsync(Report + query);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var parameters = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var outcome = await dashboard.Runner.RunAsync(new("sales/year_on_year", parameters), Scope.Everything, default);
        var result = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        using var expected = new MemoryStream();
        await ReportFile.WriteAsync(
            result, ExportFormat.Json, new ExportOptions(CultureInfo.InvariantCulture, ""), expected, default);
        Timeless(await answer.Content.ReadAsByteArrayAsync()).Should().Be(Timeless(expected.ToArray()));
    }

    [Fact]
    public async Task The_figures_are_the_sums_of_the_sales()
    {
        using var answer = await dashboard.Owner.OpenAsync(
            Report + "?by=none&from_date=2024-03-01&to_date=2024-08-31&compare=last_year");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Sum(json, "sales_amount").Should().Be(Naive(new(2024, 3, 1), new(2024, 8, 31)));
        Sum(json, "sales_amount_last_year").Should().Be(Naive(new(2023, 3, 1), new(2023, 8, 31)));
    }

    [Fact]
    public async Task The_list_names_every_report_and_its_parameters()
    {
        using var answer = await dashboard.Owner.OpenAsync("/api/v1/reports");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        var report = json.RootElement.EnumerateArray()
            .Single(item => item.GetProperty("report").GetString() == "sales/year_on_year");
        report.GetProperty("title").GetProperty("zh").GetString().Should().Be("同比毛利");
        report.GetProperty("params").EnumerateArray().Select(item => item.GetProperty("name").GetString())
            .Should().Contain(["period", "by", "grain", "compare"]);
    }

    [Theory]
    [InlineData("/api/v1/reports/sales/no_such_report", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData(Report + "?period=someday", HttpStatusCode.BadRequest)]
    [InlineData(Report + "?by=colour", HttpStatusCode.BadRequest)]
    [InlineData(Report + "?form=json", HttpStatusCode.BadRequest)]
    [InlineData(Report + "?format=parchment", HttpStatusCode.BadRequest)]
    [InlineData(Report + "?format=pdf&paper=letter", HttpStatusCode.BadRequest)]
    [InlineData(Report + "?generation=20010101T000000", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_a_problem_in_one_line(string address, HttpStatusCode status)
    {
        foreach (var lang in (string[])["zh", "en"])
        {
            var join = address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            using var answer = await dashboard.Owner.OpenAsync($"{address}{join}lang={lang}");
            answer.StatusCode.Should().Be(status);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            json.RootElement.GetProperty("detail").GetString().Should().NotBeNullOrWhiteSpace().And.NotContain("\n");
        }
    }

    [Fact]
    public async Task Every_fault_of_a_request_is_listed()
    {
        using var answer = await dashboard.Owner.OpenAsync(Report + "?period=someday&colour=red");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        json.RootElement.GetProperty("errors").EnumerateArray()
            .Select(item => item.GetProperty("where").GetString()).Should().Contain(["period", "colour"]);
    }

    [Fact]
    public async Task Health_is_open_to_whoever_watches()
    {
        using var stranger = dashboard.Client();
        (await stranger.OpenAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await stranger.OpenAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private decimal Naive(DateOnly from, DateOnly to) => dashboard.Star.Sales
        .Where(sale => sale.BusinessDate >= from && sale.BusinessDate <= to)
        .Sum(sale => sale.Figures.Net);

    private static decimal Sum(JsonDocument json, string column)
    {
        var names = json.RootElement.GetProperty("columns").EnumerateArray()
            .Select(item => item.GetProperty("name").GetString()).ToList();
        return json.RootElement.GetProperty("totals")[names.IndexOf(column)].GetDecimal();
    }

    private static string Timeless(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join('\n', document.RootElement.EnumerateObject()
            .Where(property => !property.Name.EndsWith("_ms", StringComparison.Ordinal))
            .Select(property => property.ToString()));
    }

    [Fact]
    public async Task An_answer_that_is_there_already_is_not_made_again()
    {
        const string Url = "/api/v1/reports/sales/ranking?period=last_365_days&top=3";
        using var first = await dashboard.Owner.OpenAsync(Url);
        var tag = first.Headers.ETag!;

        (await StatusAsync(Url, tag)).Should().Be(HttpStatusCode.NotModified);
        (await StatusAsync(Url + "0", tag)).Should().Be(HttpStatusCode.OK, "another question");
        (await StatusAsync(Url + "&lang=en", tag)).Should().Be(HttpStatusCode.OK, "another language");
        (await StatusAsync(Url + "&format=csv", tag)).Should().Be(HttpStatusCode.OK, "another file");

        async Task<HttpStatusCode> StatusAsync(string url, System.Net.Http.Headers.EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
            request.Headers.IfNoneMatch.Add(known);
            using var answer = await dashboard.Owner.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Any_measures_are_asked_by_address_and_a_bad_question_is_told()
    {
        var (status, answer) = await dashboard.Owner.ReadAsync(
            "/api/v1/explore?measures=sales_amount,ticket_count&by=region&top=2"
            + "&from_date=2024-01-01&to_date=2024-06-30");
        status.Should().Be(200);
        answer.GetProperty("levels").EnumerateArray().Select(level => level.GetInt32()).Should().Equal(1, 1, 0);
        answer.GetProperty("columns")[2].Text("name").Should().Be("sales_amount");
        var (refused, problem) = await dashboard.Owner.ReadAsync(
            "/api/v1/explore?measures=sales_amount&by=nothing&lang=en");
        refused.Should().Be(400);
        problem.ToString().Should().Contain("cannot be told apart by");
        var (_, measures) = await dashboard.Owner.ReadAsync("/api/v1/measures");
        measures.EnumerateArray().Select(measure => measure.Text("measure")).Should().Contain("margin_rate");
    }
}
