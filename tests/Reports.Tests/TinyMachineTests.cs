using System.Globalization;
using Analytics.Fixtures;
using Analytics.Reports.Tests.Naive;
using Analytics.Star;
using CsCheck;

namespace Analytics.Reports.Tests;

/// <summary>Rollups off, one thread, little memory, and the readers opened anew for each question: the same answers.
/// </summary>
[Trait("Category", "Slow")]
public sealed class TinyMachineTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 3, 10, 14, 35, 0, Company.Zone.BaseUtcOffset);

    private static readonly StarReadersOptions Tiny = new()
    {
        Session = new() { Threads = 1, MemoryLimit = "64MB" }, WarmUp = false,
    };

    private readonly TempFolder folder = new();
    private readonly FixedClock clock = new(Now);
    private readonly Catalog catalog = Catalog.Load(null);
    private readonly Glossary glossary = Glossary.Load();
    private StarReaders large = null!;

    public static TheoryData<string> Ids => CatalogTests.Ids;

    private StarFolder Stars => new(folder.File("star"));

    public async Task InitializeAsync()
    {
        await SampleStar.BuildAsync(Stars, new SampleStarOptions { Seed = 7, LinesPerDay = 60 }, clock);
        large = new StarReaders(Stars, new());
    }

    public async Task DisposeAsync() => await large.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Ids))]
    public Task A_report_of_the_catalog_answers_the_same(string id) => AnswersTheSameAsync(id, []);

    [Fact]
    public Task Many_questions_are_answered_the_same() => YearOnYearCase.Random.SampleAsync(
        example => AnswersTheSameAsync("sales/year_on_year", example.Parameters), iter: 150, threads: 1);

    private async Task AnswersTheSameAsync(string id, string[] parameters)
    {
        var request = new ReportRequest(id, parameters.Select(text => text.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]));
        var expected = await AskAsync(large, request);
        await using var tiny = new StarReaders(Stars, Tiny);

        var answer = await AskAsync(tiny, request with { UseRollups = false });

        answer.Relation.Should().StartWith("fact_");
        answer.Columns.Should().Equal(expected.Columns);
        answer.Rows.Select(Text).Should().Equal(expected.Rows.Select(Text));
    }

    private async Task<ReportResult> AskAsync(StarReaders readers, ReportRequest request)
    {
        var runner = new ReportRunner(readers, catalog, glossary, clock, Company.Zone);
        var outcome = await runner.RunAsync(request, Scope.Everything, default);
        return outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
    }

    private static string Text(object?[] row) =>
        string.Join('|', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));
}
