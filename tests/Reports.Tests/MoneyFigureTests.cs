using System.Globalization;

namespace Analytics.Reports.Tests;

/// <summary>Figures of the reports on money against the book, and against each other where two ways lead to one.
/// </summary>
[Collection(nameof(LivedCompany))]
public sealed class MoneyFigureTests(LivedCompany lived)
{
    [Theory]
    [InlineData("1122")]
    [InlineData("1221")]
    [InlineData("2202")]
    public async Task Balances_of_parties_are_what_the_book_has_on_the_account(string account)
    {
        var balances = await lived.AnswerAsync("money/balances", "account=" + account, "by=party");
        var book = await BookBalanceAsync($"= '{account}'");

        book.Should().NotBe(0);
        Of(balances, "balance_amount").Sum().Should().Be(book);
        Total(balances, "balance_amount").Should().Be(book);
        balances.Rows.Select((_, at) => Of(balances, "opening_amount")[at] + Of(balances, "debited_amount")[at]
            - Of(balances, "credited_amount")[at]).Should().Equal(Of(balances, "balance_amount"));
    }

    [Fact]
    public async Task Credit_is_the_limit_that_holds_against_the_balance_and_the_oldest_open_item()
    {
        var credit = await lived.AnswerAsync("money/credit");
        var over = await lived.AnswerAsync("money/credit", "over_only=true");
        var balances = SumBy(
            await lived.AnswerAsync("money/balances", "account=1122", "from_date=2020-01-01", "to_date=2026-03-20"),
            "by_code", "balance_amount");
        var limits = await lived.BookAsync("""
            select p.party_code, r.amount from limit_rule r
            join party p on p.version_id = (select max(version_id) from party where party_id = r.scope_id)
            where r.scope_kind = 'party' and r.is_active = 1 and r.version_id = (
                select max(version_id) from limit_rule where limit_rule_id = r.limit_rule_id)
            """);

        limits.Should().HaveCountGreaterThan(5);
        SumBy(credit, "party_code", "limit_amount").Should().BeEquivalentTo(
            limits.ToDictionary(row => (string)row[0]!, row => (long)row[1]! / 10_000m));
        credit.Rows.Should().OnlyContain(row =>
            credit.Number(row, "balance_amount") == balances.GetValueOrDefault(credit.Text(row, "party_code"))
            && credit.Number(row, "free_credit_amount")
                == credit.Number(row, "limit_amount") - credit.Number(row, "balance_amount"));
        // 893.80 owed of 1,000, and since 10 August where 30 days are given.
        var known = credit.Rows.Single(row => credit.Text(row, "party_code") == HandfulOfMoney.Customer);
        credit.Numbers(known, "limit_amount", "balance_amount", "free_credit_amount", "credit_used_rate", "age_days")
            .Should().Equal(1000, 893.8m, 106.2m, 0.8938m, 222);
        credit.Text(known, "credit_state").Should().Be("over_days");
        over.Rows.Select(row => over.Text(row, "party_code")).Should().BeEquivalentTo(
            credit.Rows.Where(row => credit.Text(row, "credit_state") != "within")
                .Select(row => credit.Text(row, "party_code")));
    }

    [Theory]
    [InlineData("1122")]
    [InlineData("2202")]
    public async Task What_is_open_of_a_party_is_its_balance(string account)
    {
        foreach (var day in new[] { "2025-06-30", "2026-03-20" })
        {
            var open = await lived.AnswerAsync("money/open_items", "account=" + account, "as_of=" + day);
            var balances = await lived.AnswerAsync(
                "money/balances", "account=" + account, "from_date=2020-01-01", "to_date=" + day);

            SumBy(open, "party_code", "open_amount").Should().NotBeEmpty()
                .And.BeEquivalentTo(SumBy(balances, "by_code", "balance_amount"));
        }
    }

    [Fact]
    public async Task A_statement_ends_with_the_balance_of_each_party()
    {
        string[] range = ["from_date=2020-01-01", "to_date=2026-03-20"];
        var statement = await lived.AnswerAsync("money/statement", range);
        var balances = await lived.AnswerAsync("money/balances", range);

        var last = Texts(statement, "party_code").Zip(Of(statement, "balance_amount"))
            .GroupBy(row => row.First).ToDictionary(rows => rows.Key, rows => rows.Last().Second);
        Nonzero(last).Should().BeEquivalentTo(SumBy(balances, "by_code", "balance_amount"));
    }

    [Fact]
    public async Task A_statement_brings_forward_what_was_before_it()
    {
        var whole = await lived.AnswerAsync("money/statement", "from_date=2020-01-01", "to_date=2026-03-20");
        var month = await lived.AnswerAsync("money/statement", "from_date=2026-02-01", "to_date=2026-03-20");

        month.Rows.Count.Should().BeInRange(1, whole.Rows.Count - 1);
        var expected = Keyed(whole, "balance_amount");
        Keyed(month, "balance_amount").Should().OnlyContain(row => expected[row.Key] == row.Value);
    }

    [Fact]
    public async Task Cash_and_bank_are_what_the_book_has_and_move_by_their_flow()
    {
        string[] range = ["from_date=2026-01-01", "to_date=2026-03-20"];
        var funds = await lived.AnswerAsync("money/funds", range);
        var flow = await lived.AnswerAsync("money/fund_flow", range);

        foreach (var (account, balance) in Texts(funds, "account").Zip(Of(funds, "balance_amount")))
        {
            balance.Should().Be(await BookBalanceAsync($"= '{account}'"), account);
        }
        SumBy(flow, "account", "debited_amount").Should().NotBeEmpty()
            .And.BeEquivalentTo(SumBy(funds, "account", "debited_amount"));
        SumBy(flow, "account", "credited_amount").Should().BeEquivalentTo(SumBy(funds, "account", "credited_amount"));
    }

    [Fact]
    public async Task Collections_are_the_settlements_of_sales_that_no_claim_moved()
    {
        string[] range = ["from_date=2026-01-01", "to_date=2026-03-20"];
        var collections = await lived.AnswerAsync("money/collections", range);
        var settlements = await lived.AnswerAsync("money/settlements", range);

        var (sums, weighted) = (new Dictionary<string, decimal>(), new Dictionary<string, decimal>());
        for (var at = 0; at < settlements.Rows.Count; at++)
        {
            if (Texts(settlements, "side")[at] == "debit"
                && !Texts(settlements, "document_kind")[at].StartsWith("insurance", StringComparison.Ordinal))
            {
                var (party, amount) = (Texts(settlements, "party_code")[at], Of(settlements, "settled_amount")[at]);
                sums[party] = sums.GetValueOrDefault(party) + amount;
                weighted[party] = weighted.GetValueOrDefault(party) + (amount * Of(settlements, "age_days")[at]);
            }
        }
        SumBy(collections, "by_code", "collected_amount").Should().NotBeEmpty().And.BeEquivalentTo(sums);
        foreach (var (party, days) in Texts(collections, "by_code").Zip(Of(collections, "collection_days")))
        {
            days.Should().BeApproximately(weighted[party] / sums[party], 0.000001m);
        }
    }

    [Fact]
    public async Task Rebates_open_are_what_the_book_has_of_them()
    {
        var rebates = await lived.AnswerAsync(
            "money/rebates", "from_date=2020-01-01", "to_date=2026-03-20");

        Of(rebates, "open_amount").Sum().Should().Be(await BookBalanceAsync("= '1221'", "like 'supplier_rebate%'"));
        Of(rebates, "booked_amount").Concat(Of(rebates, "paid_amount")).Should().Contain(amount => amount != 0);
    }

    [Fact]
    public async Task Each_day_of_a_store_has_its_sales_and_tenders()
    {
        var days = await lived.AnswerAsync("money/store_day", "from_date=2026-02-01", "to_date=2026-03-10");
        var sold = await lived.FactsAsync("""
            select sum(gross_amount) from {s}.fact_sales
            where business_date between '2026-02-01' and '2026-03-10'
            """);
        var tendered = await lived.FactsAsync("""
            select sum(tender_amount) from {s}.fact_tender
            where business_date between '2026-02-01' and '2026-03-10' and not is_discount
            """);

        Total(days, "gross_amount").Should().Be((decimal)sold[0][0]!);
        Total(days, "tender_amount").Should().Be((decimal)tendered[0][0]!);
        Of(days, "difference_amount").Sum().Should().Be((decimal)sold[0][0]! - (decimal)tendered[0][0]!);
        Of(days, "gross_amount").Sum().Should().Be((decimal)sold[0][0]!);
    }

    private async Task<decimal> BookBalanceAsync(string account, string kind = "like '%'")
    {
        var rows = await lived.BookAsync($"""
            select coalesce(sum(case when m.debit_account {account} then m.amount else 0 end)
                - sum(case when m.credit_account {account} then m.amount else 0 end), 0)
            from money_movement m join document d on d.seq = m.seq where d.kind {kind}
            """);
        return (long)rows[0][0]! / 10000m;
    }

    private static Dictionary<string, decimal> Keyed(ReportResult result, string value) =>
        Texts(result, "document_key").Zip(Texts(result, "line_no"), (key, line) => $"{key}/{line}")
            .Zip(Of(result, value)).ToDictionary(row => row.First, row => row.Second);

    private static Dictionary<string, decimal> SumBy(ReportResult result, string key, string value) =>
        Nonzero(Texts(result, key).Zip(Of(result, value)).GroupBy(row => row.First)
            .ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Second)));

    private static Dictionary<string, decimal> Nonzero(Dictionary<string, decimal> sums) =>
        sums.Where(row => row.Value != 0).ToDictionary(row => row.Key, row => row.Value);

    private static decimal Total(ReportResult result, string name) =>
        Convert.ToDecimal(result.Totals![IndexOf(result, name)], CultureInfo.InvariantCulture);

    private static List<decimal> Of(ReportResult result, string name) => result.Rows
        .Select(row => Convert.ToDecimal(row[IndexOf(result, name)], CultureInfo.InvariantCulture)).ToList();

    private static List<string> Texts(ReportResult result, string name) => result.Rows
        .Select(row => Convert.ToString(row[IndexOf(result, name)], CultureInfo.InvariantCulture)!).ToList();

    private static int IndexOf(ReportResult result, string name) =>
        result.Columns.ToList().FindIndex(column => column.Name == name);
}
