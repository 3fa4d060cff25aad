using System.Globalization;

namespace Analytics.Reports.Tests;

/// <summary>Reports that hold money and sales against what was agreed or planned: ageing, advances, support, budgets,
/// targets, claims, coupons and day closes.</summary>
[Collection(nameof(LivedCompany))]
public sealed class ControlFigureTests(LivedCompany lived)
{
    private static readonly string[] Bands =
        ["band1_amount", "band2_amount", "band3_amount", "band4_amount", "band5_amount", "band6_amount"];

    [Theory]
    [InlineData("as_of=2025-10-31", "basis=origin", 3)]
    [InlineData("as_of=2025-10-31", "basis=due", 2)]
    public async Task What_is_open_stands_in_the_band_of_its_days(string day, string basis, int band)
    {
        var answer = await lived.AnswerAsync("money/aging", day, basis);

        answer.FiguresOf("by_code", HandfulOfMoney.Customer, Bands).Should()
            .Equal(Enumerable.Range(1, 6).Select(n => n == band ? 600m : 0));
        answer.FiguresOf("by_code", HandfulOfMoney.Customer, "overdue_amount", "max_overdue_days", "average_age_days")
            .Should().Equal(600, 52, 82);
    }

    [Fact]
    public async Task Before_it_was_received_all_was_open()
    {
        var answer = await lived.AnswerAsync("money/aging", "as_of=2025-09-30", "band1_days=51", "band2_days=52");

        answer.FiguresOf("by_code", HandfulOfMoney.Customer, [.. Bands, "balance_amount"])
            .Should().Equal(1000, 0, 0, 0, 0, 0, 1000);
    }

    [Theory]
    [InlineData("1122", "origin", "2026-03-20")]
    [InlineData("1122", "due", "2025-06-30")]
    [InlineData("2202", "origin", "2026-03-20")]
    public async Task Bands_are_the_open_items_by_their_days(string account, string basis, string day)
    {
        string[] parameters = ["account=" + account, "as_of=" + day];
        var answer = await lived.AnswerAsync("money/aging", [.. parameters, "basis=" + basis]);
        var open = await lived.AnswerAsync("money/open_items", parameters);

        int[] bounds = [30, 60, 90, 180, 365, int.MaxValue];
        var expected = new Dictionary<string, decimal[]>();
        foreach (var row in open.Rows)
        {
            var amount = open.Number(row, "open_amount");
            var since = DateOnly.Parse(
                open.Text(row, basis == "due" ? "due_date" : "origin_date"), CultureInfo.InvariantCulture);
            var days = DateOnly.Parse(day, CultureInfo.InvariantCulture).DayNumber - since.DayNumber;
            var isOwed = open.Number(row, "item_amount") > 0 == (account == "1122");
            var sums = expected.TryGetValue(open.Text(row, "party_code"), out var known)
                ? known
                : expected[open.Text(row, "party_code")] = new decimal[8];
            sums[isOwed ? Array.FindIndex(bounds, bound => days <= bound) : 6] += amount;
            sums[7] += amount;
        }

        answer.Rows.ToDictionary(
            row => answer.Text(row, "by_code"),
            row => Bands.Append("unapplied_amount").Append("balance_amount").Select(name => answer.Number(row, name)))
            .Should().NotBeEmpty().And.BeEquivalentTo(expected);
        answer.Total("balance_amount").Should().Be(open.Sum("open_amount"));
        answer.Rows.Should().OnlyContain(row => answer.Number(row, "not_due_amount")
            + answer.Number(row, "overdue_amount") + answer.Number(row, "unapplied_amount")
            == answer.Number(row, "balance_amount"));
    }

    /// <summary>The company's bands end at 10 and 40 days, with 2 %, 10 % and 50 % provided for.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(25, "band1_days=25")]
    public async Task Bands_and_what_is_provided_for_are_the_companys_where_it_has_some(
        int first, params string[] given)
    {
        string[] parameters = ["account=1221", "as_of=2026-03-20"];
        var answer = await lived.AnswerAsync("money/aging", [.. parameters, .. given]);
        var open = await lived.AnswerAsync("money/open_items", parameters);

        var last = new DateOnly(2026, 3, 20).DayNumber;
        var items = open.Rows.Select(row => (
            Party: open.Text(row, "party_code"), Amount: open.Number(row, "open_amount"),
            IsOwed: open.Number(row, "item_amount") > 0,
            Days: last - DateOnly.Parse(open.Text(row, "origin_date"), CultureInfo.InvariantCulture).DayNumber))
            .ToList();
        items.Should().Contain(item => item.IsOwed && item.Days <= 10)
            .And.Contain(item => item.IsOwed && item.Days > 10 && item.Days <= 40)
            .And.Contain(item => item.IsOwed && item.Days > 40);

        foreach (var party in items.GroupBy(item => item.Party))
        {
            var owed = party.Where(item => item.IsOwed).ToList();
            answer.FiguresOf(
                "by_code", party.Key, "band1_amount", "band2_amount", "band3_amount", "band6_amount",
                "provision_amount")
                .Should().Equal(
                    owed.Where(item => item.Days <= first).Sum(item => item.Amount),
                    owed.Where(item => item.Days > first && item.Days <= 40).Sum(item => item.Amount),
                    0,
                    owed.Where(item => item.Days > 40).Sum(item => item.Amount),
                    owed.Sum(item => item.Amount * (item.Days <= 10 ? 0.02m : item.Days <= 40 ? 0.1m : 0.5m)));
        }
        answer.Total("provision_amount").Should().Be(answer.Sum("provision_amount"));
    }

    [Fact]
    public async Task The_companys_bands_hold_for_who_sees_one_store_alone()
    {
        var given = new Dictionary<string, string> { ["account"] = "1221", ["as_of"] = "2026-03-20" };
        var whole = await lived.AnswerAsync("money/aging", "account=1221", "as_of=2026-03-20", "by=store");
        var store = whole.Text(whole.Rows.First(row => whole.Number(row, "provision_amount") != 0), "by_code");

        var outcome = await lived.Runner.RunAsync(
            new("money/aging", given), Scope.OfStores(store), CancellationToken.None);

        var seen = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        seen.Sum("provision_amount").Should().NotBe(0)
            .And.Be(whole.FiguresOf("by_code", store, "provision_amount").Single());
    }

    [Fact]
    public async Task Advances_open_add_use_and_close()
    {
        var answer = await lived.AnswerAsync("money/advances", "from_date=2026-03-01", "to_date=2026-03-20");

        answer.FiguresOf(
            "by_code", HandfulOfMoney.Customer, "opening_amount", "advance_amount", "used_amount", "open_amount")
            .Should().Equal(500, 0, 200, 300);
    }

    [Fact]
    public async Task What_was_paid_for_a_supplier_is_made_good_borne_or_open()
    {
        string[] names = ["advanced_amount", "made_good_amount", "borne_amount", "open_amount"];
        var answer = await lived.AnswerAsync("money/supplier_support");
        var before = await lived.AnswerAsync(
            "money/supplier_support", "from_date=2026-03-01", "to_date=2026-03-07");

        answer.FiguresOf("by_code", HandfulOfMoney.Supplier, names).Should().Equal(300, 200, 50, 50);
        before.FiguresOf("by_code", HandfulOfMoney.Supplier, names).Should().Equal(300, 0, 0, 300);
    }

    [Fact]
    public async Task A_budget_of_the_month_is_held_against_what_was_spent_of_it()
    {
        var answer = await lived.AnswerAsync("money/budget", "from_date=2026-03-10", "to_date=2026-03-20");
        var spent = await lived.FactsAsync("""
            select sum(expense_amount) from {s}.fact_expense
            where document_kind = 'expense' and business_date between '2026-03-01' and '2026-03-20'
            """);

        answer.FiguresOf("by_code", HandfulOfMoney.Department, "budget_amount", "expense_amount", "budget_left_amount",
            "budget_rate").Should().Equal(1000, 300, 700, 0.3m);
        answer.Sum("expense_amount").Should().Be((decimal)spent[0][0]!);
    }

    [Fact]
    public async Task A_target_is_the_last_version_and_counts_from_the_months_first_day()
    {
        string[] names =
        [
            "actual_amount", "target_amount", "target_rate", "gap_amount", "floor_amount", "stretch_amount",
            "projected_amount",
        ];
        var answer = await lived.AnswerAsync("sales/targets", "from_date=2026-03-03", "to_date=2026-03-31");
        var half = await lived.AnswerAsync("sales/targets", "from_date=2026-03-01", "to_date=2026-03-05");

        answer.FiguresOf("by_code", HandfulOfMoney.Store, names).Should().Equal(260, 500, 0.52m, 240, 400, 600, 260);
        half.FiguresOf("by_code", HandfulOfMoney.Store, "actual_amount", "target_amount", "projected_amount")
            .Should().Equal(280, 500, 1736);
        half.Rows.Should().OnlyContain(row => half.Number(row, "time_rate") == 0.1612903226m);
    }

    [Fact]
    public async Task Targets_of_stores_add_up_over_months_and_the_companys_own_stands_alone()
    {
        string[] range = ["from_date=2025-11-01", "to_date=2026-03-20"];
        var stores = await lived.AnswerAsync("sales/targets", [.. range, "grain=month"]);
        var company = await lived.AnswerAsync("sales/targets", [.. range, "by=none"]);
        var facts = await lived.FactsAsync("""
            select
                (select sum(target_amount) from {s}.fact_target
                    where is_current and scope_kind = 'store' and month_key between 202511 and 202603),
                (select sum(net_amount) from {s}.fact_sales where business_date between '2025-11-01' and '2026-03-20')
            """);

        stores.Sum("target_amount").Should().Be((decimal)facts[0][0]!).And.BePositive();
        stores.Sum("actual_amount").Should().Be((decimal)facts[0][1]!);
        stores.Total("target_amount").Should().Be(stores.Sum("target_amount"));
        stores.Total("actual_amount").Should().Be(stores.Sum("actual_amount"));
        company.Sum("target_amount").Should().Be(9000);
        company.Sum("actual_amount").Should().Be((decimal)facts[0][1]!);
    }

    [Fact]
    public async Task Claims_less_what_reviews_took_and_the_office_paid_are_what_is_open()
    {
        var answer = await lived.AnswerAsync("money/insurance_claims", "from_date=2020-01-01", "to_date=2026-03-20");
        var facts = await lived.FactsAsync("""
            select sum(claimed_amount), sum(deducted_amount), sum(deposit_amount) from {s}.fact_insurance_claim
            """);
        var open = await lived.AnswerAsync("money/open_items");

        answer.Sum("claimed_amount").Should().Be((decimal)facts[0][0]!);
        answer.Sum("deducted_amount").Should().Be((decimal)facts[0][1]!).And.BePositive();
        answer.Sum("deposit_amount").Should().Be((decimal)facts[0][2]!).And.BePositive();
        answer.Sum("received_amount").Should().BePositive();
        answer.Sum("open_amount").Should().Be(open.Rows
            .Where(row => open.Text(row, "document_kind") == "insurance_claim")
            .Sum(row => open.Number(row, "open_amount")));
        answer.Rows.Should().OnlyContain(row => answer.Number(row, "claimed_amount")
            - answer.Number(row, "deducted_amount") - answer.Number(row, "deposit_amount")
            == answer.Number(row, "approved_amount") && answer.Number(row, "approved_amount")
            - answer.Number(row, "received_amount") == answer.Number(row, "open_amount"));
    }

    [Theory]
    [InlineData("2026-03-20", new[] { 3.0, 17, 1, 5, 1, 7, 1, 5 })]
    [InlineData("2026-03-19", new[] { 3.0, 17, 1, 5, 0, 0, 2, 12 })]
    [InlineData("2026-02-09", new[] { 4.0, 26, 0, 0, 0, 0, 4, 26 })]
    public async Task Each_coupon_is_used_expired_or_open(string day, double[] figures)
    {
        var answer = await lived.AnswerAsync("sales/coupons", "as_of=" + day);

        answer.FiguresOf("by_code", HandfulOfMoney.Store, "issued_count", "issued_amount", "used_count", "used_amount",
            "expired_count", "expired_amount", "coupon_open_count", "coupon_open_amount")
            .Should().Equal(figures.Select(figure => (decimal)figure));
        answer.Total("issued_count").Should().Be(answer.Sum("issued_count"));
    }

    [Fact]
    public async Task What_day_closes_found_is_what_they_booked()
    {
        var answer = await lived.AnswerAsync(
            "money/cash_check", "from_date=2020-01-01", "to_date=2026-03-20", "grain=none");
        var book = await lived.BookAsync("""
            select sum(case when m.credit_account = '6301' then m.amount else 0 end),
                sum(case when m.credit_account = '6301' then 0 else m.amount end)
            from money_movement m join document d on d.seq = m.seq where d.kind = 'day_close'
            """);
        var cash = await lived.FactsAsync("select sum(tender_amount) from {s}.fact_tender where payment_kind = 'cash'");

        answer.Sum("over_amount").Should().Be((long)book[0][0]! / 10000m);
        answer.Sum("short_amount").Should().Be((long)book[0][1]! / 10000m).And.BePositive();
        answer.Sum("cash_amount").Should().Be((decimal)cash[0][0]!);
        answer.Total("net_difference_amount").Should().Be(answer.Sum("over_amount") - answer.Sum("short_amount"));
    }
}
