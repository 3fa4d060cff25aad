using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Analytics.Dashboard.Tests;

/// <summary>Answers of more rows than are held, over HTTP.</summary>
public sealed class LargeDownloadTests : IAsyncLifetime, IDisposable
{
    private const string Lines = "/api/v1/reports/sales/detail?from_date=2020-01-01&to_date=2025-12-31&format=";
    private const string Page = "/report/sales/detail?from_date=2020-01-01&to_date=2025-12-31&format=";

    private readonly TestDashboard dashboard = new() { LinesPerDay = 270 };

    public Task InitializeAsync() => dashboard.InitializeAsync();

    public Task DisposeAsync() => dashboard.DisposeAsync();

    public void Dispose() => dashboard.Dispose();

    [Fact]
    public async Task All_rows_arrive_in_every_form_that_takes_them_and_nothing_stays_behind()
    {
        var expected = dashboard.Star.Sales.Count(sale => sale.Kind != "cost_adjustment");
        expected.Should().BeGreaterThan(200_000);

        using var csv = await dashboard.Owner.OpenAsync(Page + "csv");
        csv.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        csv.Content.Headers.ContentDisposition.FileNameStar.Should().StartWith("销售明细_20200101-20251231");
        csv.Headers.TransferEncodingChunked.Should().BeTrue("it is sent as it comes");
        var lines = (await csv.Content.ReadAsStringAsync()).Split('\n')[1..^1];
        lines.Should().HaveCount(expected);
        var days = lines.Select(line => line.Split(',')[2]).ToList();
        days.Should().Equal(days.Order(StringComparer.Ordinal), "the report's own order stands");

        using var json = await dashboard.Owner.OpenAsync(Lines + "json");
        json.Headers.ETag.Should().NotBeNull();
        using (var document = JsonDocument.Parse(await json.Content.ReadAsStreamAsync()))
        {
            document.RootElement.GetProperty("rows").GetArrayLength().Should().Be(expected);
        }

        using var xlsx = await dashboard.Owner.OpenAsync(Page + "xlsx");
        xlsx.StatusCode.Should().Be(HttpStatusCode.OK);
        using (var package = new ZipArchive(await xlsx.Content.ReadAsStreamAsync()))
        {
            using var reader = new StreamReader(package.GetEntry("xl/worksheets/sheet2.xml")!.Open());
            (await reader.ReadToEndAsync()).Should().Contain("printed_by").And.Contain(">owner<");
        }

        using var parquet = await dashboard.Owner.OpenAsync(Lines + "parquet");
        Encoding.ASCII.GetString((await parquet.Content.ReadAsByteArrayAsync())[^4..]).Should().Be("PAR1");
        await EmptyAsync();
    }

    [Theory]
    [InlineData("html")]
    [InlineData("pdf")]
    public async Task A_form_that_holds_its_rows_says_which_do_not(string format)
    {
        using var answer = await dashboard.Owner.OpenAsync(Lines + format + "&lang=en");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("csv, json, xlsx, parquet or arrow");
    }

    [Fact]
    public async Task Who_goes_away_half_way_ends_the_rows_and_the_next_is_served()
    {
        using (var answer = await dashboard.Owner.GetAsync(
            new Uri(Lines + "csv", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead))
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            (await body.ReadAsync(new byte[100])).Should().BePositive();
        }

        await EmptyAsync();
        using var next = await dashboard.Owner.OpenAsync(
            "/api/v1/reports/sales/ranking?from_date=2024-02-01&to_date=2024-09-15");
        next.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Nothing is left where files are written on their way.</summary>
    private async Task EmptyAsync()
    {
        for (var tries = 0; tries < 100 && Left().Length > 0; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, default);
        }

        Left().Should().BeEmpty();
    }

    private string[] Left() => Directory.Exists(dashboard.TempFolder)
        ? Directory.GetFiles(dashboard.TempFolder, "*", SearchOption.AllDirectories) : [];
}
