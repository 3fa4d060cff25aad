using Analytics.Fixtures;
using Analytics.Reports.Tests.Naive;
using CsCheck;
using static Analytics.Reports.Tests.Naive.YearOnYearAnswer;

namespace Analytics.Reports.Tests;

/// <summary>Periods that end in the day in progress: every base counts its last day up to the same minute.</summary>
public sealed class ToDateTests(ToDateCompany company) : IClassFixture<ToDateCompany>
{
    // Generations of the company.
    private const int LeapDay = 0;
    private const int MondayMorning = 3;

    [Fact]
    public Task Every_figure_equals_the_sum_over_plain_rows() => EqualsPlainRowsAsync(60);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Every_figure_of_many_questions_equals_the_sum_over_plain_rows() => EqualsPlainRowsAsync(1000);

    [Fact]
    public Task Rollups_change_nothing_but_the_tables() => EqualsFactsAsync(25);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Rollups_change_nothing_but_the_tables_in_many_questions() => EqualsFactsAsync(400);

    [Theory]
    [InlineData("by=store;period=this_month", "rollup_sales_day_store, fact_sales")]
    [InlineData("by=region;period=this_year;grain=month", "rollup_sales_day_store, fact_sales")]
    [InlineData("by=item;period=this_month", "rollup_sales_day_item, fact_sales, rollup_sales_day_store")]
    [InlineData("by=store;period=today", "fact_sales")]
    [InlineData("by=store;period=yesterday", "rollup_sales_day_store")]
    public async Task Whole_days_come_from_rollups_and_the_last_from_facts(string parameters, string relation)
    {
        // On the last day of a month, where a month's rollup would otherwise do.
        var result = await company.AnswerAsync(LeapDay, 0, true, parameters.Split(';'));
        result.Relation.Should().Be(relation);
    }

    [Fact]
    public async Task A_Monday_before_the_first_sale_is_not_compared_with_a_whole_Monday()
    {
        var result = await company.AnswerAsync(
            MondayMorning, 0, true, "period=this_week", "by=none", "compare=previous,last_year");
        result.Windows.Should().OnlyContain(window => window.Days == 1);
        result.Windows.Select(window => window.CutLabel).Should().OnlyContain(
            label => label!.Value.Zh == "截至 04:00" && label.Value.En == "to 04:00");
        result.Notes.Should().ContainSingle().Which.Zh.Should().Be("各期最后一天均截至 04:00");
        result.Rows.Should().BeEmpty();
        result.Totals.Should().NotContain(cell => cell is decimal);
    }

    [Fact]
    public async Task A_clock_behind_the_generation_cuts_at_its_own_minute()
    {
        var result = await company.AnswerAsync(LeapDay, -17, true, "period=this_month", "compare=last_year");
        result.Windows.Select(window => window.CutLabel!.Value.En).Should().Equal("to 10:00", "to 10:00");
        var later = await company.AnswerAsync(LeapDay, 9000, true, "period=this_month", "compare=last_year");
        later.Windows.Select(window => window.CutLabel!.Value.En).Should().Equal("to 10:17", "to 10:17");
    }

    [Theory]
    [InlineData("this_month")]
    [InlineData("this_year")]
    public async Task A_scope_holds_for_the_whole_days_and_for_the_last(string period)
    {
        var scope = Scope.OfStores([SampleStar.StoreCode(1), SampleStar.StoreCode(4)]) with { Masks = ScopeMasks.Cost };
        string[] parameters = [$"period={period}", "by=store", "compare=last_year,previous"];
        var fast = await company.AnswerAsync(scope, (LeapDay, 0), true, parameters);
        var facts = await company.AnswerAsync(scope, (LeapDay, 0), false, parameters);
        fast.Relation.Should().Be("rollup_sales_day_store, fact_sales");
        Texts(fast).Should().Equal(Texts(facts));
        fast.Rows.Should().HaveCount(2).And.OnlyContain(row => Cells(fast, row)["margin_amount"] == null);
        var span = new NaiveSpan(default, new(fast.Windows[1].From, fast.Windows[1].To), (10 * 60) + 17);
        Cells(fast, fast.Totals!)["sales_amount_last_year"].Should().Be(company.Sales
            .Where(sale => sale.Dims.Store is 1 or 4 && span.Counts(sale)).Sum(sale => sale.Figures.Net));
    }

    [Fact]
    public async Task Given_dates_stay_whole()
    {
        var result = await company.AnswerAsync(
            LeapDay, 0, true, "from_date=2024-02-26", "to_date=2024-02-29", "compare=last_year");
        result.Windows.Should().OnlyContain(window => window.CutLabel == null);
        result.Relation.Should().Be("rollup_sales_day_store");
        result.Notes.Should().NotContain(note => note.Zh.Contains("截至"));
    }

    [Theory]
    [InlineData("today", "custom:2024-02-07..2024-02-07", true)]
    [InlineData("today", "custom:2024-02-01..2024-02-07", false)]
    [InlineData("this_month", "custom:2023-02-01..2023-02-28", true)]
    [InlineData("this_month", "custom:2023-06-01..2023-08-31", false)]
    public async Task A_base_given_by_hand_is_cut_where_its_last_day_stands_for_the_day_in_progress(
        string period, string window, bool isCut)
    {
        var result = await company.AnswerAsync(
            LeapDay, 0, true, $"period={period}", "by=none", $"compare={window}");
        var given = result.Windows[1];
        (given.CutLabel is not null).Should().Be(isCut);
        result.Notes.Any(note => note.En.Contains("Custom is whole, as given")).Should().Be(!isCut);
        var span = new NaiveSpan(given.From, new(given.From, given.To), isCut ? (10 * 60) + 17 : null);
        Cells(result, result.Totals!)["sales_amount_custom"]
            .Should().Be(company.Sales.Where(span.Counts).Sum(sale => sale.Figures.Net));
    }

    private Task EqualsPlainRowsAsync(int questions) => ToDateCompany.Random.SampleAsync(
        async sample =>
        {
            var example = company.Resolve(sample);
            var result = await company.AnswerAsync(sample.Star, sample.Ahead, true, example.Parameters);
            AssertEquals(result, example, company.Sales);
        },
        iter: questions, threads: 1);

    private Task EqualsFactsAsync(int questions) => ToDateCompany.Random.SampleAsync(
        async sample =>
        {
            var example = company.Resolve(sample);
            var fast = await company.AnswerAsync(sample.Star, sample.Ahead, true, example.Parameters);
            var facts = await company.AnswerAsync(sample.Star, sample.Ahead, false, example.Parameters);
            facts.Relation.Should().Be("fact_sales");
            Texts(facts).Should().Equal(Texts(fast));
            facts.Columns.Should().Equal(fast.Columns);
            facts.Windows.Should().Equal(fast.Windows);
            facts.Notes.Should().Equal(fast.Notes);
        },
        iter: questions, threads: 1);
}
