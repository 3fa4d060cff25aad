using Analytics.Reports.Tests.Naive;
using Analytics.Star;
using CsCheck;
using static Analytics.Reports.Tests.Naive.YearOnYearAnswer;

namespace Analytics.Reports.Tests;

/// <summary>Share, place and pull of each row of a comparison, against plain sums over the rows shown.</summary>
[Collection(nameof(LivedCompany))]
public sealed class PartsTests(Company company, LivedCompany lived) : IClassFixture<Company>
{
    [Fact]
    public Task Shares_places_and_pulls_are_those_of_the_figures_beside_them() => YearOnYearCase.Random.SampleAsync(
        async example =>
        {
            var result = await company.AnswerAsync(example.Parameters);
            if (example.By == "none")
            {
                result.Columns.Should().NotContain(column => column.Role == ColumnRole.Share);
                return;
            }
            var rows = result.Rows.Select(row => Cells(result, row)).ToList();
            var total = Cells(result, result.Totals!);
            foreach (var row in rows)
            {
                var siblings = rows.Where(
                    other => !row.ContainsKey("bucket") || Equals(other["bucket"], row["bucket"]));
                AssertParts(row, [.. siblings], total, result.Windows.Skip(1).Select(window => window.Key));
            }
        },
        iter: 60, threads: 1);

    [Fact]
    public async Task Pulls_of_the_rows_add_up_to_the_growth_of_the_total()
    {
        var result = await company.AnswerAsync(
            "by=item", "from_date=2024-03-01", "to_date=2024-03-31", "compare=last_year,previous");
        var total = Cells(result, result.Totals!);
        foreach (var window in (string[])["last_year", "previous"])
        {
            var pulls = result.Rows.Sum(row => (decimal?)Cells(result, row)[$"sales_amount_pull_{window}"] ?? 0);
            pulls.Should().BeApproximately((decimal)total[$"sales_amount_growth_rate_{window}"]!, 0.000_000_1m)
                .And.NotBe(0);
            total[$"sales_amount_pull_{window}"].Should().Be(total[$"sales_amount_growth_rate_{window}"]);
        }
        result.Rows.Sum(row => (decimal?)Cells(result, row)["sales_amount_share_rate"] ?? 0)
            .Should().BeApproximately(1, 0.000_000_1m);
        total["sales_amount_rank"].Should().BeNull();
    }

    [Fact]
    public async Task Comparable_stores_are_those_the_star_calls_so_in_every_window()
    {
        // A day on which some store traded, as it did a month and a year before.
        var days = await lived.FactsAsync("""
            select now.business_date from {s}.fact_store_day now
            join {s}.fact_store_day month_ago on month_ago.store_id = now.store_id and month_ago.is_trading
                and month_ago.business_date = now.business_date - interval 1 month
            join {s}.fact_store_day year_ago on year_ago.store_id = now.store_id and year_ago.is_trading
                and year_ago.business_date = now.business_date - interval 1 year
            where now.is_trading and day(now.business_date) < 28 order by 1 limit 1
            """);
        var day = (DateOnly)days.Should().ContainSingle().Subject[0]!;
        string[] range =
        [
            $"from_date={day:yyyy-MM-dd}", $"to_date={day:yyyy-MM-dd}", "compare=last_year,same_days_last_month",
        ];
        var chosen = await StoresAsync(store => store.IsComparable, (day, day), [day.AddYears(-1), day.AddMonths(-1)]);
        var all = await lived.AnswerAsync("sales/year_on_year", range);
        var some = await lived.AnswerAsync("sales/year_on_year", [.. range, "store_scope=comparable"]);

        var both = await lived.AnswerAsync("sales/year_on_year", [.. range, "store_scope=with_comparable"]);

        chosen.Should().NotBeEmpty();
        Cells(both, both.Rows[^1])["sales_amount"].Should().Be(Cells(some, some.Totals!)["sales_amount"])
            .And.BeOfType<decimal>();
        some.Rows.Select(row => (string)Cells(some, row)["by_code"]!).Should().BeEquivalentTo(
            all.Rows.Select(row => (string)Cells(all, row)["by_code"]!).Where(chosen.Contains));
        Cells(some, some.Totals!)["sales_amount"].Should().Be(
            some.Rows.Sum(row => (decimal?)Cells(some, row)["sales_amount"] ?? 0));
        some.Notes.Should().Contain(note => note.Zh.StartsWith($"可比 {chosen.Count} / ", StringComparison.Ordinal));
        all.Notes.Should().NotContain(note => note.Zh.StartsWith("可比", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sales/year_on_year", "by=category1")]
    [InlineData("sales/year_on_year", "by=store", "grain=month")]
    [InlineData("sales/year_on_year", "by=none")]
    [InlineData("sales/analysis", "by=region")]
    [InlineData("sales/effects", "by=item")]
    public async Task A_row_of_the_comparable_stores_holds_the_total_of_them_alone(string id, params string[] given)
    {
        string[] range = ["from_date=2026-01-01", "to_date=2026-02-28", "compare=last_year", .. given];
        var all = await lived.AnswerAsync(id, range);
        var some = await lived.AnswerAsync(id, [.. range, "store_scope=comparable"]);
        var both = await lived.AnswerAsync(id, [.. range, "store_scope=with_comparable"]);

        Texts(both).SkipLast(2).Should().Equal(Texts(all).SkipLast(1));
        both.Totals.Should().Equal(all.Totals);
        both.Levels.Should().Equal([.. all.Rows.Select(_ => 1), 0]);
        var (part, total) = (Cells(both, both.Rows[^1]), Cells(some, some.Totals!));
        part["by_name"].Should().Be("其中：可比店");
        foreach (var column in both.Columns.Where(column => column.Role is not (ColumnRole.Member
            or ColumnRole.Share or ColumnRole.SharePoints or ColumnRole.Pull)))
        {
            part[column.Name].Should().Be(total[column.Name], column.Name);
        }
        both.Notes.Should().Contain(note => note.Zh.StartsWith("可比 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_stores_and_comparable_ones_have_none_in_common_and_need_a_window()
    {
        string[] range = ["from_date=2025-05-01", "to_date=2026-02-28", "compare=custom:2023-01-01..2023-01-01"];
        var fresh = await StoresAsync(
            store => store.IsNew, (new(2025, 5, 1), new(2026, 2, 28)), [new(2023, 1, 1)]);
        var result = await lived.AnswerAsync("sales/year_on_year", [.. range, "store_scope=new"]);

        result.Rows.Select(row => (string)Cells(result, row)["by_code"]!).Should().BeSubsetOf(fresh);
        (await lived.AnswerAsync("sales/year_on_year", [.. range, "store_scope=comparable"]))
            .Rows.Should().BeEmpty();
        var outcome = await lived.Runner.RunAsync(
            new("sales/year_on_year", new Dictionary<string, string>
            {
                ["compare"] = "none", ["store_scope"] = "comparable",
            }),
            Scope.Everything, default);
        outcome.Should().BeOfType<ReportOutcome.Refused>().Which.Lines.Should()
            .ContainSingle().Which.Where.Should().Be("store_scope");
    }

    /// <summary>Codes of the stores of which it is so against the day of every base.</summary>
    private async Task<List<string>> StoresAsync(
        Func<ComparableStore, bool> isChosen, (DateOnly From, DateOnly To) range, DateOnly[] bases)
    {
        await using var lease = await lived.Readers.RentAsync(null, default);
        var chosen = new List<IEnumerable<string>>();
        foreach (var given in bases)
        {
            var stores = await ComparableStore.ReadAsync(lease, range, (given, given), default);
            chosen.Add(stores.Where(isChosen).Select(store => store.StoreCode));
        }
        return [.. chosen.Aggregate((left, right) => left.Intersect(right))];
    }

    private static void AssertParts(
        Dictionary<string, object?> row, List<Dictionary<string, object?>> siblings, Dictionary<string, object?> total,
        IEnumerable<string> windows)
    {
        var now = Figure(row, "");
        var whole = Figure(total, "");
        row["sales_amount_share_rate"].Should().Be(Rounded(whole > 0 ? now / whole : null));
        var rank = Rank("");
        row["sales_amount_rank"].Should().Be(rank);
        foreach (var window in windows)
        {
            var (given, givenWhole) = (Figure(row, "_" + window), Figure(total, "_" + window));
            row[$"sales_amount_pull_{window}"].Should().Be(
                Rounded(givenWhole > 0 ? ((now ?? 0) - (given ?? 0)) / givenWhole : null));
            row[$"sales_amount_share_points_{window}"].Should().Be(
                Rounded(whole > 0 ? now / whole : null) - Rounded(givenWhole > 0 ? given / givenWhole : null));
            row[$"sales_amount_rank_change_{window}"].Should().Be(Rank("_" + window) - rank);
        }

        long? Rank(string suffix) => Figure(row, suffix) is { } own
            ? 1 + siblings.LongCount(other => Figure(other, suffix) > own)
            : null;
    }

    private static decimal? Figure(Dictionary<string, object?> row, string suffix) =>
        row["sales_amount" + suffix] as decimal?;

    private static decimal? Rounded(decimal? rate) =>
        rate is null ? null : decimal.Round(rate.Value, 10, MidpointRounding.AwayFromZero);
}
