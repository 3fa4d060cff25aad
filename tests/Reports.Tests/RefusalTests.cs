namespace Analytics.Reports.Tests;

public sealed class RefusalTests(Company company) : IClassFixture<Company>
{
    [Theory]
    [InlineData("by=stor", "by", "by: there is no 'stor'; choose from store, region, item")]
    [InlineData("by=store_code; drop", "by", "by: 'store_code; drop' does not do")]
    [InlineData("period=this_moth", "period", "period: there is no 'this_moth'; choose from today, yesterday")]
    [InlineData("grain=hour", "grain", "grain: there is no 'hour'; choose from none, day")]
    [InlineData("compare=last_year,yoy", "compare", "compare: 'yoy' does not do; give previous, same_days_last_month")]
    [InlineData("from_date=2024-01-01", "to_date", "from_date and to_date go together; to_date is missing")]
    [InlineData("from_date=01/02/2024&to_date=2024-02-01",
        "from_date", "from_date: '01/02/2024' does not do; give yyyy-MM-dd")]
    [InlineData("from_date=2024-02-30&to_date=2024-03-01", "from_date", "from_date: '2024-02-30' does not do")]
    [InlineData("from_date=0001-01-01&to_date=2024-03-01",
        "from_date", "from_date: '0001-01-01' does not do; give 1900-01-01")]
    [InlineData("from_date=2024-03-02&to_date=2024-03-01",
        "to_date", "to_date 2024-03-01 lies before from_date 2024-03-02; swap them")]
    [InlineData("period=today&from_date=2024-03-02&to_date=2024-03-03",
        "period", "give either period or from_date and to_date")]
    [InlineData("store=S01", "store", "report sales/year_on_year has no parameter 'store'; it takes period")]
    [InlineData("from_date=2000-01-01&to_date=2024-03-03&grain=day", "grain", "8829 buckets by day, at most 2000")]
    public async Task A_bad_value_is_one_line_that_says_what_to_do(string parameters, string where, string message)
    {
        var outcome = await company.RunAsync(Scope.Everything, true, parameters.Split('&'));
        var line = outcome.Should().BeOfType<ReportOutcome.Refused>().Subject.Lines.Should().ContainSingle().Subject;
        line.Where.Should().Be(where);
        line.Message.En.Should().StartWith(message).And.NotContain("\n");
        line.Message.Zh.Should().NotBe(line.Message.En).And.NotContain("\n");
    }

    [Fact]
    public async Task Every_bad_value_is_told_at_once()
    {
        var outcome = await company.RunAsync(Scope.Everything, true, "period=x", "grain=y", "compare=z", "what=ever");
        outcome.Should().BeOfType<ReportOutcome.Refused>().Subject.Lines.Select(line => line.Where)
            .Should().BeEquivalentTo("period", "grain", "compare", "what");
    }

    [Fact]
    public async Task An_unknown_report_or_generation_is_refused()
    {
        var report = await company.Runner.RunAsync(
            new("sales/none", new Dictionary<string, string>()), Scope.Everything, CancellationToken.None);
        report.Should().BeOfType<ReportOutcome.Refused>().Subject.Lines.Single().Message.En
            .Should().Contain("there is no report 'sales/none'; there are ").And.Contain("sales/year_on_year");
        var generation = await company.Runner.RunAsync(
            new("sales/year_on_year", new Dictionary<string, string>()) { Generation = "20010101T000000" },
            Scope.Everything,
            CancellationToken.None);
        generation.Should().BeOfType<ReportOutcome.Refused>().Subject.Lines.Single().Where.Should().Be("generation");
    }

    [Fact]
    public async Task Nothing_given_is_the_default_and_blank_counts_as_not_given()
    {
        var given = await company.AnswerAsync("by=", "period= ");
        var none = await company.AnswerAsync();
        given.Params.Should().BeEquivalentTo(none.Params);
        none.Params["by"].Should().Be("store");
        none.Params["from_date"].Should().Be(new DateOnly(2025, 3, 1));
    }

    [Fact]
    public async Task A_cancelled_run_ends()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var run = () => company.Runner.RunAsync(
            new("sales/year_on_year", new Dictionary<string, string>()), Scope.Everything, stop.Token);
        await run.Should().ThrowAsync<OperationCanceledException>();
    }
}
