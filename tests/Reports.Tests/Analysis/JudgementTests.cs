using Analytics.Reports.Analysis.Loyalty;

namespace Analytics.Reports.Tests.Analysis;

public sealed class JudgementTests
{
    private static readonly PopulationModel None = new("member", 0, 0, []);

    [Fact]
    public void Four_purchases_a_month_apart_and_75_days_of_silence_are_a_warning()
    {
        var judged = Judgement.Of(
            Bought(new(2026, 1, 1), new(2026, 1, 31), new(2026, 3, 2), new(2026, 4, 1)), new(2026, 6, 15), None, new());

        judged.Interval.Should().Be(30);
        judged.IntervalSpread.Should().Be(0);
        judged.IntervalSource.Should().Be("own");
        judged.ExpectedDate.Should().Be(new DateOnly(2026, 5, 1));
        judged.OverdueDays.Should().Be(45);
        judged.OverdueRate.Should().Be(2.5m);
        judged.Level.Should().Be(4);
        judged.RiskAmount.Should().Be(40, "without a model, the margin of the window of one more than twice overdue");
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(45, 2)]
    [InlineData(46, 3)]
    [InlineData(60, 3)]
    [InlineData(90, 4)]
    [InlineData(91, 5)]
    public void Levels_hold_up_to_their_edge(int silent, int level) => Judgement.Of(
        Bought(new(2026, 1, 1), new(2026, 1, 31), new(2026, 3, 2)), new DateOnly(2026, 3, 2).AddDays(silent), None,
        new()).Level.Should().Be(level);

    [Fact]
    public void Who_bought_once_is_told_by_the_class_and_by_nothing_where_there_is_none()
    {
        var once = Bought(new DateOnly(2026, 1, 1));

        var ofClass = Judgement.Of(once with { ClassInterval = 2_050 }, new(2026, 2, 11), None, new());
        var ofNone = Judgement.Of(once, new(2026, 2, 11), None, new());

        (ofClass.Interval, ofClass.IntervalSource, ofClass.OverdueRate).Should().Be((20.5m, "class", 2m));
        (ofNone.Interval, ofNone.IntervalSource, ofNone.OverdueRate, ofNone.Level).Should().Be((null, "", null, 1));
    }

    [Fact]
    public void Nobody_is_late_by_days_for_buying_daily()
    {
        var daily = Bought([.. Enumerable.Range(0, 20).Select(new DateOnly(2026, 1, 1).AddDays)]);

        Judgement.Of(daily, daily.LastDate.AddDays(7), None, new()).OverdueRate.Should().Be(0.5m);
    }

    [Fact]
    public void With_a_model_the_risk_is_the_margin_to_come_that_the_silence_puts_in_doubt()
    {
        var customer = Bought(new(2026, 1, 1), new(2026, 1, 31), new(2026, 3, 2), new(2026, 4, 1));
        var population = None with { Buying = new(0.8, 6, 0.9, 3), Spending = new(6, 4, 15) };

        var judged = Judgement.Of(customer, new(2026, 6, 15), population, new());

        var count = new PurchaseCount(3, 90 / 7.0, 165 / 7.0);
        var (alive, year) = (population.Buying.Alive(count), population.Buying.ExpectedOfAlive(count, 365 / 7.0));
        ((double)judged.Alive!).Should().BeApproximately(alive, 1e-9);
        ((double)judged.ExpectedCounts[2]).Should().BeApproximately(alive * year, 1e-9);
        ((double)judged.ExpectedAmounts[2]).Should()
            .BeApproximately(alive * year * population.Spending.ExpectedMean(4, 100), 1e-6);
        ((double)judged.RiskAmount).Should().BeApproximately((1 - alive) * year * 10, 1e-6);
    }

    /// <summary>One who spent 100 each day with a margin of 10.</summary>
    private static CustomerHistory Bought(params DateOnly[] days) => new()
    {
        Kind = "member",
        PartyId = 1,
        MainStoreId = 1,
        FirstDate = days[0],
        LastDate = days[^1],
        DayCount = days.Length,
        GapSquares = days.Zip(days.Skip(1), (from, to) => (long)(to.DayNumber - from.DayNumber))
            .Sum(gap => gap * gap),
        ClassInterval = null,
        WindowDayCount = days.Length,
        WindowOrderCount = days.Length,
        Qty = days.Length,
        NetAmount = 100 * days.Length,
        MarginAmount = 10 * days.Length,
        RecentAmount = 0,
        EarlierAmount = 0,
        AllAmount = 100 * days.Length,
        Active = (true, false),
        RecencyScore = 1,
        FrequencyScore = 1,
        MoneyScore = 1,
        AboveMedian = (false, false, false),
    };
}
