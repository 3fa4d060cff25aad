using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Fixtures;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Reports.Tests.Naive;
using ClosedXML.Excel;
using CsCheck;

namespace Analytics.Reports.Tests;

/// <summary>Amounts in ten thousands (万元) are those in yuan by 10,000, exactly, wherever they stand; quantities, rates
/// and prices are what they were.</summary>
[Collection(nameof(LivedCompany))]
public sealed class AmountUnitTests(Company company, LivedCompany lived) : IClassFixture<Company>
{
    private static readonly ExportOptions Chinese = new(CultureInfo.GetCultureInfo("zh-CN"), "");

    public static TheoryData<string> Ids =>
    [
        .. Catalog.Load(null).Reports.Where(report => report.Parameters.Any(given => given.Name == "amount_unit"))
            .Select(report => report.Id),
    ];

    [Fact]
    public Task Figures_in_ten_thousands_are_those_in_yuan_by_ten_thousand() => YearOnYearCase.Random.SampleAsync(
        async example =>
        {
            var yuan = await company.AnswerAsync(example.Parameters);
            var wan = await company.AnswerAsync([.. example.Parameters, "amount_unit=wan"]);
            AssertScaled(yuan, wan);
        },
        iter: 40, threads: 1);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_report_that_takes_it_says_so_in_unit_and_label(string id)
    {
        var yuan = await lived.AnswerAsync(id);
        var wan = await lived.AnswerAsync(id, "amount_unit=wan");
        AssertScaled(yuan, wan);
        wan.Columns.Should().Contain(column => column.Unit == "10k CNY");
    }

    [Fact]
    public async Task Files_hold_the_figures_of_the_page_typed_and_say_their_unit()
    {
        string[] given = ["by=store", "from_date=2024-03-01", "to_date=2024-03-31", "compare=none", "amount_unit=wan"];
        var result = await company.AnswerAsync(given);
        var at = result.Columns.ToList().FindIndex(column => column.Name == "sales_amount");
        var figures = result.Rows.Select(row => (decimal)row[at]!).ToList();

        using var json = JsonDocument.Parse(await TextAsync(result, ExportFormat.Json));
        json.RootElement.GetProperty("columns")[at].GetProperty("unit").GetString().Should().Be("10k CNY");
        var csv = (await TextAsync(result, ExportFormat.Csv)).Split('\n');
        csv[0].Should().Contain("销售额（不含税，万元）");
        csv[1].Split(',')[at].Should().Be(figures[0].ToString(CultureInfo.InvariantCulture));
        using var book = new MemoryStream();
        await ReportFile.WriteAsync(result, ExportFormat.Xlsx, Chinese, book, default);
        book.Position = 0;
        using var workbook = new XLWorkbook(PlainWorkbook.Of(book));
        var flat = workbook.Worksheet(2);
        flat.Cell(2, at + 1).GetDouble().Should().BeApproximately((double)figures[0], 1e-9);
        workbook.Worksheet(3).CellsUsed().Select(cell => cell.GetString()).Should().Contain("wan");
    }

    [Fact]
    public async Task Rows_that_are_written_as_they_come_are_in_the_same_unit()
    {
        string[] given = ["from_date=2025-05-03", "to_date=2026-02-17", "amount_unit=wan"];
        var held = await lived.AnswerAsync("sales/detail", given);
        var at = held.Columns.ToList().FindIndex(column => column.Name == "gross_amount");
        var written = new List<decimal?>();
        var outcome = await lived.Runner.RunAsync(
            new("sales/detail", given.Select(text => text.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]))
            {
                MostHeld = 10,
            },
            Scope.Everything,
            (stream, _) =>
            {
                written.AddRange(stream.Rows().Select(row => row[at] as decimal?));
                return Task.CompletedTask;
            },
            default);

        outcome.Should().BeOfType<ReportOutcome.Written>().Which.Result.Columns.Should().Equal(held.Columns);
        written.Should().Equal(held.Rows.Select(row => row[at] as decimal?));
    }

    [Fact]
    public async Task The_explorer_takes_it_and_leaves_averages_in_yuan()
    {
        var explorer = new Explorer(company.Runner, MeasureCatalog.Load(company.Glossary));
        var yuan = new ExploreQuery(["sales_amount", "average_ticket_amount", "ticket_count"], ["store"])
        {
            Range = new Dictionary<string, string> { ["period"] = "last_365_days" },
        };
        var wan = yuan with
        {
            Range = new Dictionary<string, string> { ["period"] = "last_365_days", ["amount_unit"] = "wan" },
        };
        AssertScaled(await AskAsync(yuan), await AskAsync(wan));

        async Task<ReportResult> AskAsync(ExploreQuery query) =>
            (await explorer.RunAsync(query, Scope.Everything, default))
                .Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
    }

    private static void AssertScaled(ReportResult yuan, ReportResult wan)
    {
        wan.Columns.Select(column => column.Name).Should().Equal(yuan.Columns.Select(column => column.Name));
        wan.Rows.Should().HaveCount(yuan.Rows.Count);
        var scaled = yuan.Columns.Where(IsAmount).Select(column => column.Name).ToHashSet();
        for (var at = 0; at < wan.Columns.Count; at++)
        {
            var (now, was) = (wan.Columns[at], yuan.Columns[at]);
            var isScaled = IsAmount(was);
            now.Unit.Should().Be(isScaled ? "10k CNY" : was.Unit);
            now.Label.Zh.Contains("万元", StringComparison.Ordinal).Should().Be(
                isScaled || scaled.Contains(was.Measure ?? ""));
            foreach (var (row, given) in wan.Rows.Append(wan.Totals ?? []).Zip(yuan.Rows.Append(yuan.Totals ?? [])))
            {
                if (row.Length > 0)
                {
                    row[at].Should().Be(isScaled && given[at] is decimal amount ? amount / 10_000 : given[at]);
                }
            }
        }
    }

    private static bool IsAmount(ReportColumn column) => column.Unit == "CNY"
        && !column.Name.StartsWith("average_", StringComparison.Ordinal)
        && !column.Name.Contains("unit_price", StringComparison.Ordinal);

    private static async Task<string> TextAsync(ReportResult result, ExportFormat format)
    {
        using var file = new MemoryStream();
        await ReportFile.WriteAsync(result, format, Chinese, file, default);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
