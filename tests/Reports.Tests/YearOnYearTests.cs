using Analytics.Fixtures;
using Analytics.Reports.Tests.Naive;
using CsCheck;
using static Analytics.Reports.Tests.Naive.YearOnYearAnswer;

namespace Analytics.Reports.Tests;

public sealed class YearOnYearTests(Company company) : IClassFixture<Company>
{
    [Fact]
    public Task Every_figure_equals_the_sum_over_plain_rows() => YearOnYearCase.Random.SampleAsync(
        async example =>
        {
            var result = await company.AnswerAsync(example.Parameters);
            AssertEquals(result, example, company.Sales);
        },
        iter: 120, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public Task With_rollups_off_every_figure_of_many_questions_equals_the_sum_over_plain_rows() =>
        YearOnYearCase.Random.SampleAsync(
            async example =>
            {
                var outcome = await company.RunAsync(Scope.Everything, false, example.Parameters);
                var result = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
                result.Relation.Should().Be("fact_sales");
                AssertEquals(result, example, company.Sales);
            },
            iter: 1500, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Rollups_change_nothing_in_many_questions() => RollupsChangeNothingAsync(times: 1000);

    [Fact]
    public Task Rollups_change_nothing_but_the_tables() => RollupsChangeNothingAsync(times: 60);

    private Task RollupsChangeNothingAsync(int times) => YearOnYearCase.Random.SampleAsync(
        async example =>
        {
            var fast = await company.AnswerAsync(example.Parameters);
            var slow = await company.RunAsync(Scope.Everything, false, example.Parameters);
            var facts = slow.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
            facts.Relation.Should().Be("fact_sales");
            Texts(facts).Should().Equal(Texts(fast));
            facts.Columns.Should().Equal(fast.Columns);
        },
        iter: times, threads: 1);

    [Theory]
    [InlineData("by=store;grain=none;from_date=2024-02-01;to_date=2024-02-29",
        "rollup_sales_month_store, rollup_sales_month_party")]
    [InlineData("by=region;grain=month;from_date=2024-01-01;to_date=2024-06-30",
        "rollup_sales_month_store, rollup_sales_month_party")]
    [InlineData("by=category1;grain=none;from_date=2024-01-01;to_date=2024-06-30",
        "rollup_sales_month_item, rollup_sales_month_party")]
    [InlineData("by=store;grain=none;from_date=2024-02-02;to_date=2024-02-29", "rollup_sales_day_store")]
    [InlineData("by=store;grain=week;from_date=2024-02-01;to_date=2024-02-29",
        "rollup_sales_day_store, rollup_sales_month_party")]
    [InlineData("by=item;grain=none;from_date=2024-02-02;to_date=2024-02-29",
        "rollup_sales_day_item, rollup_sales_day_store")]
    [InlineData("by=none;period=today", "fact_sales")]
    public async Task It_stands_on_the_smallest_table_that_binds(string parameters, string relation)
    {
        (await company.AnswerAsync(parameters.Split(';'))).Relation.Should().Be(relation);
    }

    [Fact]
    public async Task A_member_of_the_base_alone_is_there_with_nothing_now()
    {
        var result = await company.AnswerAsync(
            "by=store", "from_date=2025-04-01", "to_date=2025-04-30", "compare=last_year");
        result.Rows.Should().HaveCount(5);
        var row = Cells(result, result.Rows[0]);
        row["sales_amount"].Should().BeNull();
        row["sales_amount_change_last_year"].Should().Be(-(decimal)row["sales_amount_last_year"]!);
        row["sales_amount_growth_rate_last_year"].Should().Be(-1m);
        row["margin_rate_points_last_year"].Should().BeNull();
        row["by_name"].Should().NotBe("");
        result.Notes.Should().Contain(note =>
            note.En.StartsWith("there is data from 2023-01-01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_base_there_is_nothing_to_compare()
    {
        var result = await company.AnswerAsync(
            "by=none", "from_date=2023-02-01", "to_date=2023-02-28", "compare=last_year");
        var row = Cells(result, result.Rows.Single());
        row["sales_amount"].Should().NotBeNull();
        foreach (var column in result.Columns.Where(column => column.Window is not null))
        {
            row[column.Name].Should().BeNull();
        }
    }

    [Fact]
    public async Task An_empty_range_is_a_valid_answer_without_rows()
    {
        var result = await company.AnswerAsync("by=item", "from_date=2001-01-01", "to_date=2001-01-31", "grain=day");
        result.Rows.Should().BeEmpty();
        result.Totals.Should().Contain("合计").And.NotContain(cell => cell is decimal);
    }

    [Fact]
    public async Task For_a_month_the_period_before_and_the_same_days_last_month_are_shown_once()
    {
        var result = await company.AnswerAsync("period=this_month", "compare=previous,same_days_last_month,last_year");
        result.Windows.Select(window => window.Key).Should().Equal("current", "previous", "last_year");
        result.Notes.Should().Contain(note => note.Zh == "上月同期与环比相同，只显示一次");
        var week = await company.AnswerAsync("period=this_week", "compare=previous,same_days_last_month");
        week.Windows.Should().HaveCount(3);
    }

    [Fact]
    public async Task Windows_of_other_length_are_noted()
    {
        var result = await company.AnswerAsync("from_date=2025-02-01", "to_date=2025-02-28", "compare=last_year");
        result.Windows[1].Days.Should().Be(29);
        result.Notes.Should().ContainSingle().Which.Zh.Should().Be("天数不同：本期 28 天，去年同期 29 天");
    }

    [Fact]
    public async Task Rows_are_sorted_by_bucket_then_current_amount_then_code()
    {
        var result = await company.AnswerAsync("by=item", "grain=month", "from_date=2024-01-01", "to_date=2024-03-31");
        var keys = result.Rows.Select(row => Cells(result, row))
            .Select(row => ((DateOnly)row["bucket"]!, -(row["sales_amount"] as decimal? ?? decimal.MinValue),
                (string)row["by_code"]!))
            .ToList();
        keys.Should().BeInAscendingOrder().And.HaveCountGreaterThan(100);
    }

    [Fact]
    public async Task A_renamed_store_bears_its_name_of_today_and_stays_one_row()
    {
        var result = await company.AnswerAsync(
            "by=store", "from_date=2023-01-01", "to_date=2025-03-10", "compare=none");
        result.Rows.Select(row => row[1]).Should().BeEquivalentTo(
            Enumerable.Range(1, 5).Select(SampleStar.StoreName));
    }
}
