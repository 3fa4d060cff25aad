using System.Globalization;
using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Receivables;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Facts of money against the book, with documents of every kind and what was taken back of them.</summary>
public sealed class MoneyFactTests
{
    private static readonly string[] Accounts = ["1122", "1123", "1221", "2202", "220202", "2203", "2241"];

    /// <summary>What to count of the star, and the same of the book's own rows; amounts of the book are ×10⁴.</summary>
    private static readonly (string Star, string Book)[] Pairs =
    [
        ("select document_kind, side, sum(settled_amount) from fact_allocation group by all", """
            select d.kind, 'debit', sum(a.amount) from allocation a join document d on d.seq = a.seq group by d.kind
            union all
            select d.kind, 'credit', -sum(a.amount) from allocation a join document d on d.seq = a.seq group by d.kind
            """),
        ("select document_kind, payment_code, sum(tender_amount) from fact_tender group by all", """
            select d.kind, t.tender_code, sum(p.amount) from document_tender p join document d on d.seq = p.seq
            join tender t on t.version_id = p.tender_version_id group by d.kind, t.tender_code
            """),
        ("select document_kind, party_id::varchar, sum(points_qty) from fact_points group by all", """
            select d.kind, cast(m.party_id as text), sum(case when m.measure = 'points' then m.amount else 0 end)
            from member_movement m join document d on d.seq = m.seq group by d.kind, m.party_id
            """),
        ("select document_kind, '', sum(stored_paid_amount + stored_bonus_amount) from fact_points group by all", """
            select d.kind, '', sum(case when m.measure like 'stored%' then m.amount else 0 end)
            from member_movement m join document d on d.seq = m.seq group by d.kind
            """),
        ("select coupon_code, '', sum(issued_amount) from fact_coupon where issued_count <> 0 group by all", """
            select c.coupon_code, '',
                sum(c.face_amount * (1 - (select count(*) from document r where r.original_seq = c.seq
                    and r.is_reversal = 1)))
            from coupon c group by c.coupon_code
            """),
        ("select coupon_code, '', sum(used_amount) from fact_coupon where used_count <> 0 group by all",
            "select coupon_code, '', sum(amount) from document_tender where coupon_code <> '' group by coupon_code"),
        ("select document_kind, account, sum(requested_amount + expense_amount + advanced_amount + recovered_amount)"
            + " from fact_expense group by all", """
            select d.kind, m.account, sum(m.amount) from document_money m join document d on d.seq = m.seq
            where d.kind like '%expense%' group by d.kind, m.account
            """),
        ("select document_kind, account, sum(booked_amount + paid_amount) from fact_rebate group by all", """
            select d.kind, m.account, sum(m.amount + case when d.kind like '%r_rebate' then m.tax_amount else 0 end)
            from document_money m join document d on d.seq = m.seq
            where d.kind like '%rebate%' group by d.kind, m.account
            """),
        ("select account, party_id::varchar, sum(advance_amount - used_amount) from fact_advance group by all", """
            select account, cast(party_id as text), sum(case account when '1123' then amount else -amount end)
            from open_item where account in ('1123', '2203') group by account, party_id
            """),
        ("select scheme || claim_month_key, fund, sum(claimed_amount) from fact_insurance_claim"
            + " where document_kind = 'insurance_claim' group by all",
            "select scheme || month_key, fund, sum(amount) from insurance_claim group by scheme, month_key, fund"),
        ("select document_kind, account, sum(deducted_amount + deposit_amount) from fact_insurance_claim"
            + " where document_kind = 'insurance_review' group by all", """
            select d.kind, m.account, sum(m.amount) from document_money m join document d on d.seq = m.seq
            where d.kind = 'insurance_review' group by d.kind, m.account
            """),
        ("select target_code, '', sum(target_amount) from fact_target where is_current group by all", """
            select target_code, '', sum(target_amount) from target t
            where version_id = (select max(version_id) from target o where o.target_id = t.target_id)
            group by target_code
            """),
        ("select limit_rule_code, limit_kind || is_active, sum(coalesce(least_qty, 0) + 3 * coalesce(most_qty, 0)"
            + " + 7 * coalesce(limit_amount, 0)) from fact_limit_rule where is_current group by all", """
            select limit_rule_code, limit_kind || case is_active when 1 then 'true' else 'false' end,
                sum(max(min_qty, 0) + 3 * max(max_qty, 0) + 7 * max(amount, 0)) from limit_rule r
            where version_id = (
                select max(version_id) from limit_rule o where o.limit_rule_id = r.limit_rule_id)
            group by limit_rule_code, limit_kind, is_active
            """),
        ("select aging_band_code, account || coalesce(to_days, -1) || coalesce(from_days, -1),"
            + " sum(provision_rate * 100) from fact_aging_band where is_current and is_active group by all", """
            select aging_band_code, account || days || coalesce(1 + (
                    select max(o.days) from aging_band o join state_master s on s.version_id = o.version_id
                    where s.kind = 'aging_band' and o.account = b.account and o.is_active = 1
                        and o.days >= 0 and (o.days < b.days or b.days < 0)), -1),
                sum(provision_rate) from aging_band b
            where is_active = 1 and version_id = (
                select max(version_id) from aging_band o where o.aging_band_id = b.aging_band_id)
            group by 1, 2
            """),
        ("select store_comparison_code, comparison_choice || '|' || strftime(to_date, '%Y%m%d'),"
            + " sum(strftime(from_date, '%Y%m%d')::int) * 0.0001 from fact_store_comparison"
            + " where is_current group by all", """
            select store_comparison_code, choice || '|' || case from_date when 20260101 then 20260131
                when 20260201 then 20260228 else 99991231 end, sum(from_date) from store_comparison c
            where version_id = (
                select max(version_id) from store_comparison o
                where o.store_comparison_id = c.store_comparison_id)
            group by 1, 2
            """),
        ("select budget_code, '', sum(budget_amount) from fact_budget group by all",
            "select budget_code, '', sum(amount) from budget group by budget_code"),
        ("select document_kind || debit_account, debit_party_id || '|' || credit_party_id, sum(amount)"
            + " from fact_money group by all", """
            select d.kind || m.debit_account, m.debit_party_id || '|' || m.credit_party_id, sum(m.amount)
            from money_movement m join document d on d.seq = m.seq
            group by d.kind, m.debit_account, m.debit_party_id, m.credit_party_id
            """),
    ];

    [Fact]
    public async Task Every_money_fact_holds_what_the_book_does_of_every_kind_of_document()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await ExampleBook.PostAsync(company, ExampleBook.Posted);
        (await ExampleBook.TakeBackAsync(company)).Should().BePositive();
        Published(await company.SnapshotAsync());
        await using var view = await company.Book.ReadAsync(default);

        var empty = new List<string>();
        foreach (var (star, book) in Pairs)
        {
            var expected = (await Query.RowsAsync(view.Connection, book))
                .Select(row => (Text(row[0]), Text(row[1]), Convert.ToInt64(row[2], null) / 10_000m)).ToList();
            var found = (await RowsAsync(company, star))
                .Select(row => (Text(row[0]), Text(row[1]), (decimal)row[2]!)).ToList();

            found.Should().BeEquivalentTo(expected, "{0}", star);
            if (found.Count == 0)
            {
                empty.Add(star);
            }
        }

        empty.Should().ContainSingle("no example uses a coupon").Which.Should().Contain("used_amount");
    }

    [Fact]
    public async Task What_is_open_as_of_any_day_is_items_less_allocations_up_to_it()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await ExampleBook.PostAsync(company, ExampleBook.Posted);
        await ExampleBook.TakeBackAsync(company);
        Published(await company.SnapshotAsync());
        await using var view = await company.Book.ReadAsync(default);
        var reader = new OpenItemReader(view);
        var days = (await RowsAsync(company, """
            select business_date from fact_open_item union select business_date from fact_allocation order by 1
            """)).Select(row => (DateOnly)row[0]!).ToList();
        days = [days[0].AddDays(-1), .. days];

        var counts = new List<int>();
        foreach (var day in days)
        {
            var expected = new List<string>();
            foreach (var account in Accounts)
            {
                await foreach (var item in reader.ReadAsync(account, null, day, default))
                {
                    expected.Add(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{account}|{item.Seq}|{item.LineNo}|{item.PartyId}|{item.StoreId}|{item.EmployeeId}|"
                        + $"{item.DueDate:yyyy-MM-dd}|{item.OriginDate:yyyy-MM-dd}|"
                        + $"{item.Amount.ToDecimal():0.0000}|{item.Remaining.ToDecimal():0.0000}"));
                }
            }

            (await OpenAsync(company, day)).Should().BeEquivalentTo(expected, "{0}", day);
            counts.Add(expected.Count);
        }

        counts[0].Should().Be(0);
        counts.Distinct().Should().HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task Money_added_to_a_generation_ends_as_a_whole_build_has_it()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        var posted = ExampleBook.Posted;
        await ExampleBook.PostAsync(company, posted.Take(posted.Count / 2));
        Published(await company.SnapshotAsync());
        await ExampleBook.PostAsync(company, posted.Skip(posted.Count / 2));
        await ExampleBook.TakeBackAsync(company);
        await ExampleBook.PostAsync(
            company, [new TargetMaster(TargetScope.Company, "", "sales_amount", 202601, Money.Round(1))]);

        Published(await company.SnapshotAsync()).IsAdded.Should().BeTrue();

        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    private static async Task<List<string>> OpenAsync(CompanyFolder company, DateOnly day) =>
        [.. (await RowsAsync(company, $"""
            with change as (
                select account, document_key, line_no, party_id, store_id, employee_id, due_date, origin_date,
                    item_amount, item_amount as remaining
                from fact_open_item where business_date <= '{day:yyyy-MM-dd}'
                union all
                select account, item_document_key, item_line_no, party_id, store_id, employee_id, due_date, origin_date,
                    0, -settled_amount
                from fact_allocation where business_date <= '{day:yyyy-MM-dd}'
            )
            select concat_ws('|', account, document_key, line_no, party_id, store_id, employee_id, due_date,
                origin_date, sum(item_amount), sum(remaining))
            from change
            group by account, document_key, line_no, party_id, store_id, employee_id, due_date, origin_date
            having sum(remaining) <> 0
            """)).Select(row => (string)row[0]!)];

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
