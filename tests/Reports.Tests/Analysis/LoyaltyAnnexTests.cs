using Analytics.Fixtures;
using Analytics.Reports.Analysis.Loyalty;
using Analytics.Star;

namespace Analytics.Reports.Tests.Analysis;

/// <summary>What is served of customers, against the same told over plain records.</summary>
public sealed class LoyaltyAnnexTests(Company company) : IClassFixture<Company>
{
    private static readonly DateOnly AsOf = new(2025, 3, 10);

    [Fact]
    public async Task Every_customer_is_told_as_over_plain_records()
    {
        var table = await AnswerAsync("customers/loyalty");
        var days = PurchaseDays();
        table.Rows.Should().HaveCount(days.Count).And.HaveCountGreaterThan(10);
        foreach (var row in table.Rows)
        {
            object? Cell(string name) => row[table.Columns.ToList().FindIndex(column => column.Name == name)];
            var party = int.Parse(((string)Cell("party_code")!)[1..], null);
            var (bought, all) = (days[party], company.Sales.Where(sale => sale.Dims.Party == party).ToList());
            var window = all.Where(sale => sale.BusinessDate > AsOf.AddDays(-365)).ToList();
            var gaps = bought.Zip(bought.Skip(1), (from, to) => (decimal)(to.DayNumber - from.DayNumber)).ToList();
            var mean = Math.Round(gaps.Average(), 2, MidpointRounding.AwayFromZero);
            var spread = Math.Sqrt(gaps.Sum(gap => Math.Pow((double)(gap - gaps.Average()), 2)) / (gaps.Count - 1))
                / (double)gaps.Average();
            var recency = AsOf.DayNumber - bought[^1].DayNumber;

            Cell("first_purchase_date").Should().Be(bought[0]);
            Cell("last_purchase_date").Should().Be(bought[^1]);
            Cell("recency_days").Should().Be((long)recency);
            Cell("interval_days").Should().Be(mean);
            ((double)(decimal)Cell("interval_cv_rate")!).Should().BeApproximately(spread, 0.0001);
            Cell("purchase_day_count").Should().Be((long)bought.Count(day => day > AsOf.AddDays(-365)));
            Cell("window_net_amount").Should().Be(window.Sum(sale => sale.Figures.Net));
            Cell("window_margin_amount").Should().Be(window.Sum(sale => sale.Figures.Margin));
            Cell("overdue_rate").Should().Be(
                Math.Round(recency / Math.Max(mean, 14m), 4, MidpointRounding.AwayFromZero));
            var (recent, earlier) = (Net(all, 0, 90), Net(all, 90, 180));
            Cell("trend_rate").Should().Be(
                earlier > 0 ? Math.Round((recent / earlier) - 1, 4, MidpointRounding.AwayFromZero) : null);
        }
    }

    [Fact]
    public async Task The_bridge_adds_up_and_is_that_of_plain_records()
    {
        var table = await AnswerAsync("customers/bridge");
        var days = PurchaseDays();
        var was = days.Values.Count(
            bought => bought.Exists(day => day > AsOf.AddDays(-180) && day <= AsOf.AddDays(-90)));
        var now = days.Values.Count(bought => bought[^1] > AsOf.AddDays(-90));

        long Sum(string name) =>
            table.Rows.Sum(row => (long)row[table.Columns.ToList().FindIndex(column => column.Name == name)]!);

        Sum("active_before_count").Should().Be(was).And.Be(Sum("kept_count") + Sum("lost_count"));
        Sum("active_count").Should().Be(now).And.Be(Sum("kept_count") + Sum("new_count") + Sum("won_back_count"));
    }

    [Fact]
    public async Task What_a_customer_was_a_span_ago_is_what_was_told_then()
    {
        using var folder = new TempFolder();
        var stars = new StarFolder(folder.File("star"));
        var clock = new FixedClock(new DateTimeOffset(2025, 3, 10, 14, 35, 0, Company.Zone.BaseUtcOffset));
        await SampleStar.BuildAsync(stars, new SampleStarOptions { Seed = 7 }, clock);
        await LoyaltyAnnex.PublishAsync(stars, new LoyaltyOptions { AsOf = AsOf.AddDays(-90) }, clock, default);
        await using var readers = new StarReaders(stars, new());
        var then = new ReportRunner(readers, company.Catalog, company.Glossary, clock, Company.Zone);

        var before = (ReportOutcome.Answer)await then.RunAsync(
            new("customers/rfm", new Dictionary<string, string>()), Scope.Everything, default);
        var migration = await AnswerAsync("customers/migration");

        var counted = migration.Rows.GroupBy(row => (string)row[1]!)
            .ToDictionary(cell => cell.Key, cell => cell.Sum(row => (long)row[3]!));
        counted.Where(cell => cell.Key.Length > 0).Should().BeEquivalentTo(
            before.Result.Rows.ToDictionary(row => (string)row[1]!, row => (long)row[2]!));
    }

    [Fact]
    public async Task Everybody_who_began_in_a_month_is_in_its_cohort_and_spent_what_there_is()
    {
        var table = await AnswerAsync("customers/cohorts", "most_months=1000");
        var days = PurchaseDays();
        int At(string name) => table.Columns.ToList().FindIndex(column => column.Name == name);

        table.Rows.Where(row => (long)row[At("months_since")]! == 0)
            .Sum(row => (long)row[At("cohort_count")]!).Should().Be(days.Count);
        table.Rows.Sum(row => (decimal)row[At("cohort_amount")]!).Should().Be(company.Sales
            .Where(sale => days.TryGetValue(sale.Dims.Party, out var bought) && bought.Contains(sale.BusinessDate))
            .Sum(sale => sale.Figures.Net));
    }

    [Fact]
    public async Task A_scope_of_stores_sees_the_customers_whose_store_it_is_and_a_mask_no_margin()
    {
        var all = await AnswerAsync("customers/loyalty");
        var at = all.Columns.ToList().FindIndex(column => column.Name == "main_store_name");
        var scope = new Scope { Stores = ["S05"], Masks = ScopeMasks.Cost };

        var outcome = await company.Runner.RunAsync(
            new("customers/loyalty", new Dictionary<string, string>()), scope, default);

        var seen = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        seen.Rows.Should().HaveCount(all.Rows.Count(row => row[at] is "门店05")).And.NotBeEmpty();
        foreach (var hidden in new[] { "window_margin_amount", "risk_amount" })
        {
            seen.Rows.Should().OnlyContain(
                row => row[seen.Columns.ToList().FindIndex(column => column.Name == hidden)] == null);
        }
    }

    private decimal Net(IEnumerable<SampleSale> sales, int after, int before) => sales
        .Where(sale => sale.BusinessDate <= AsOf.AddDays(-after) && sale.BusinessDate > AsOf.AddDays(-before))
        .Sum(sale => sale.Figures.Net);

    /// <summary>Days on which a party's tickets were more than what was taken back, in order.</summary>
    private Dictionary<int, List<DateOnly>> PurchaseDays() => company.Sales.Where(sale => sale.Dims.Party > 0)
        .GroupBy(sale => sale.Dims.Party).ToDictionary(
            party => party.Key,
            party => party.GroupBy(sale => sale.BusinessDate)
                .Where(day => day.GroupBy(sale => sale.DocumentKey).Any(sale => sale.First().Kind == "sale"))
                .Select(day => day.Key).Order().ToList());

    private async Task<ReportResult> AnswerAsync(string id, params string[] parameters)
    {
        var outcome = await company.Runner.RunAsync(
            new(id, parameters.Select(text => text.Split('=')).ToDictionary(pair => pair[0], pair => pair[1])),
            Scope.Everything, default);
        return outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
    }
}
