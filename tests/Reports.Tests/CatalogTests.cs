using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Analytics.Reports.Export;

namespace Analytics.Reports.Tests;

/// <summary>One theory over every file of the catalog. <c>BLESS=1 dotnet test</c> rewrites the goldens: read the
/// diff.</summary>
[Collection(nameof(LivedCompany))]
public sealed class CatalogTests(Company company, LivedCompany lived) : IClassFixture<Company>
{
    public static TheoryData<string> Ids => [.. Catalog.Load(null).Reports.Select(report => report.Id)];

    [Fact]
    public void The_shipped_catalog_has_no_fault()
    {
        company.Catalog.Errors.Should().BeEmpty();
        company.Catalog.Reports.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_report_runs_with_its_defaults_labelled_and_unique_in_its_grain(string id)
    {
        // Nobody in so small a company is suspected.
        var result = await lived.AnswerAsync(
            id, id == "customers/suspected_cards" ? ["period=this_year", "most_tickets=0", "least_days=1"] : []);
        var report = company.Catalog.Find(id)!;
        report.Why!.Value.Zh.Should().MatchRegex(@"^\P{IsBasicLatin}", "what it answers stands first in Chinese");
        report.Why!.Value.En.Should().MatchRegex(@"^[A-Z]");
        result.Rows.Should().NotBeEmpty();
        result.Columns.Should().OnlyContain(column => column.Label.Zh.Length > 0 && column.Label.En.Length > 0);
        result.Columns.Where(column => column.Role != ColumnRole.Member)
            .Should().OnlyContain(column => company.Glossary.Find(column.Measure!) != null);
        var keys = report.Grain.Select(name => result.Columns.ToList().FindIndex(column => column.Name == name))
            .Where(at => at >= 0).ToList();
        result.Rows.Select(row => string.Join('|', keys.Select(at => row[at]))).Should().OnlyHaveUniqueItems();
        result.Rows.Should().OnlyContain(row => row.Length == result.Columns.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_report_answers_as_its_golden(string id)
    {
        using var file = new MemoryStream();
        await ReportFile.WriteAsync(
            await RunAsync(id), ExportFormat.Csv, new ExportOptions(CultureInfo.GetCultureInfo("zh-CN"), ""), file,
            CancellationToken.None);
        var answer = Encoding.UTF8.GetString(file.ToArray());
        var golden = Path.Combine(Folder(), "golden", id + ".csv");
        if (Environment.GetEnvironmentVariable("BLESS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            await File.WriteAllTextAsync(golden, answer);
        }
        (await File.ReadAllTextAsync(golden)).TrimStart('\uFEFF').Should().Be(answer.TrimStart('\uFEFF'));
    }

    private async Task<ReportResult> RunAsync(string id)
    {
        var outcome = await company.Runner.RunAsync(
            new(id, new Dictionary<string, string>()), Scope.Everything, CancellationToken.None);
        return outcome.Should().BeOfType<ReportOutcome.Answer>("{0}", string.Join(
            "; ", (outcome as ReportOutcome.Refused)?.Lines.Select(line => line.Message.En) ?? [])).Subject.Result;
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
