using System.Globalization;
using Analytics.Reports.Explore;
using CsCheck;

namespace Analytics.Reports.Tests;

public sealed class SavedQueryTests(Company company) : IClassFixture<Company>
{
    private static readonly ReportRequest How = new("", new Dictionary<string, string>())
    {
        Culture = CultureInfo.GetCultureInfo("en"),
    };

    private readonly Explorer explorer = new(company.Runner, MeasureCatalog.Load(company.Glossary));

    [Fact]
    public void What_was_written_is_read_again() => Gen.Select(
        Gen.Bool, Gen.Dictionary(Gen.String[1, 20], Gen.String[0, 20])[0, 6])
        .Sample((isReport, texts) =>
        {
            var query = new SavedQuery(isReport ? "sales/x" : null, isReport ? texts : new Dictionary<string, string>
            {
                ["measures"] = "sales_amount", ["where"] = "store=S1|\"2\"",
            });

            var read = SavedQuery.Parse(query.ToJson(), out var faults);

            faults.Should().BeEmpty();
            read!.Report.Should().Be(query.Report);
            read.Texts.Should().BeEquivalentTo(query.Texts);
        });

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"report": 1}""")]
    [InlineData("""{"report": "a/b", "params": []}""")]
    [InlineData("""{"report": "a/b", "params": {"x": 1}}""")]
    [InlineData("""{"report": "a/b", "explore": {}}""")]
    [InlineData("""{"explore": {"masures": "sales_amount"}}""")]
    [InlineData("""{"report": "a/b", "params": {}, "sql": "select 1"}""")]
    public void What_is_not_of_the_form_is_refused_in_one_line_that_shows_it(string json)
    {
        SavedQuery.Parse(json, out var faults).Should().BeNull();
        faults.Should().ContainSingle().Which.Message.En.Should().NotContain("\n").And.HaveLength(
            faults[0].Message.En.Length);
    }

    [Fact]
    public async Task A_saved_report_answers_as_the_report_does()
    {
        var saved = new SavedQuery("sales/year_on_year", new Dictionary<string, string>
        {
            ["by"] = "store", ["from_date"] = "2024-01-01", ["to_date"] = "2024-03-31",
        });

        var outcome = await saved.With(new Dictionary<string, string> { ["to_date"] = "2024-04-10" })
            .RunAsync(explorer, How, Scope.Everything, default);

        var plain = await company.AnswerAsync("by=store", "from_date=2024-01-01", "to_date=2024-04-10");
        outcome.Should().BeOfType<ReportOutcome.Answer>().Which.Result.Rows.Should().BeEquivalentTo(
            plain.Rows, options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("""{"explore": {"measures": "sales_value", "by": "store"}}""", "sales_value")]
    [InlineData("""{"explore": {"measures": "sales_amount", "by": "shop"}}""", "shop")]
    [InlineData("""{"report": "sales/gone"}""", "sales/gone")]
    [InlineData("""{"report": "sales/year_on_year", "params": {"group": "store"}}""", "group")]
    public async Task What_was_renamed_meanwhile_is_said_and_not_run(string json, string name)
    {
        var saved = SavedQuery.Parse(json, out _)!;

        var outcome = await saved.RunAsync(explorer, How, Scope.Everything, default);

        outcome.Should().BeOfType<ReportOutcome.Refused>().Which.Lines
            .Should().Contain(line => line.Message.En.Contains(name));
    }
}
