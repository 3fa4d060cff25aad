using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>Balances and open items from before the first document of a foreign database, beside a clerk's sums.
/// </summary>
public sealed class ForeignOpeningTests
{
    /// <summary>No other document has these.</summary>
    private const long FirstBill = 1_000_000;

    private const long FirstPayment = 2_000_000;

    private const string Tables = """
        create table old_bill (
            id bigint, number varchar(20), party varchar(20), amount decimal(18, 4), day timestamp, due timestamp,
            opened timestamp);
        create table old_payment (
            id bigint, number varchar(20), party varchar(20), amount decimal(18, 4), day timestamp, of_id bigint);
        """;

    private static readonly DateOnly Begin = new(2026, 1, 1);

    private sealed record Bill(long Id, string Party, decimal Amount, DateOnly Day, DateOnly Due)
    {
        public string No => "K" + Id;
    }

    private sealed record Payment(long Id, Bill Of, decimal Amount, DateOnly Day);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Balances_on_any_day_are_what_was_there_and_what_came(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres, documents: 90);
        using var desk = new ForeignDesk(book.Settings);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        book.Entries.Count(entry => entry.IsOpening).Should().Be(8);
        DateTime[] days = [new(2026, 1, 3), new(2026, 2, 14), new(2026, 12, 31)];
        foreach (var day in days)
        {
            var kept = book.Entries.Where(entry => entry.At.Date <= day).ToList();
            var sums = kept.GroupBy(entry => entry.Account)
                .Select(of => (Account: of.Key, Sum: of.Sum(one => one.Amount)))
                .Append((Account: "4104", Sum: -kept.Where(entry => entry.IsOpening).Sum(entry => entry.Amount)))
                .Where(one => one.Sum != 0).OrderBy(one => one.Account, StringComparer.Ordinal);
            (await desk.RowsAsync(Balances(day))).Should().Equal(
                sums.Select(one => $"{one.Account}|{Text(one.Sum)}"), $"on {day:yyyy-MM-dd}");
        }

        // Before the first document nothing is there.
        (await desk.RowsAsync(Balances(new(2026, 1, 2)))).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Old_bills_are_as_old_as_they_are_and_what_is_paid_of_them_is_off(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres, documents: 12);
        using var desk = new ForeignDesk(book.Settings);
        var (bills, payments) = Draw();
        await book.ExecuteAsync(Tables + string.Concat(bills.Select(Row).Concat(payments.Select(Row))));
        Map(desk);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        for (var day = Begin; day.Year == 2026; day = day.AddDays(40))
        {
            (await desk.RowsAsync($"""
                with change as (
                    select document_key, due_date, item_amount as amount from fact_open_item
                    where business_date <= date '{Date(day)}' and document_no like 'K%'
                    union all
                    select item_document_key, due_date, -settled_amount from fact_allocation
                    where business_date <= date '{Date(day)}' and side = 'debit'
                )
                select party.party_code, greatest((date '{Date(day)}' - change.due_date + 29) // 30, 0) as months,
                    sum(change.amount)::decimal(18, 4)
                from change join fact_open_item as item using (document_key)
                join dim_party as party using (party_key)
                where item.document_no like 'K%'
                group by all having sum(change.amount) <> 0 order by all
                """)).Should().Equal(Aged(bills, payments, day), $"on {Date(day)}");
        }

        (await desk.RowsAsync("""
            select document_no, party_code, strftime(business_date, '%Y-%m-%d'), strftime(due_date, '%Y-%m-%d'),
                strftime(origin_date, '%Y-%m-%d'), item_amount
            from fact_open_item join dim_party using (party_key) where document_no like 'K%' order by 1
            """)).Should().Equal(bills.Select(bill => string.Join(
            '|', bill.No, bill.Party, Date(Begin), Date(bill.Due), Date(bill.Day), Text(bill.Amount))));
        (await desk.RowsAsync(
            "select distinct debit_account, credit_account from fact_money where document_no like 'K%'"))
            .Should().Equal("1122|4104");
    }

    [Fact]
    public async Task What_was_there_is_refused_where_it_is_wrong_and_equity_is_what_the_rest_comes_to()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false, documents: 12);
        using var desk = new ForeignDesk(book.Settings);
        await book.ExecuteAsync(Tables);
        var bill = new Bill(FirstBill, "C1", 70, new(2025, 11, 1), new(2025, 12, 1));
        await book.ExecuteAsync(Row(bill) + Row(bill with { Id = FirstBill + 1, Party = "NO" })
            + Row(new Payment(FirstPayment, bill with { Id = FirstBill + 1 }, 5, Begin)));
        Map(desk, extra: $"union all select {FirstBill}, 2, 'equity', -70, null, null, 1, null "
            + $"union all select {FirstBill}, 3, '0000100003', 4, null, null, 0, null");

        var published = await desk.PublishAsync();

        desk.Quarantined().Select(row => string.Join('|', row[0], row[2], row[3], row[4], row[6]))
            .Where(row => !row.Contains("|is left out with its document", StringComparison.Ordinal)).Should().Equal(
                $"allocation.sql|{FirstPayment}|credit_line_no|{FirstPayment}/2|is of another account or party than "
                    + "what it is settled with: mend the source, or the mapping",
                $"allocation.sql|{FirstPayment}|document_id|{FirstPayment}|settles a document that is left out: mend "
                    + "that one first",
                $"document.sql|{FirstBill + 1}|party_code|NO|names what is not there: add it to the source, or mend it",
                $"money_entry.sql|{FirstBill + 1}|party_code|NO|names what is not there: add it to the source, or mend "
                    + "it",
                $"money_entry.sql|{FirstBill}|amount|4.0000|is by what debit and credit of the document differ: mend "
                    + "the source, or the mapping");
        published.Quarantined.Should().Be(desk.Quarantined().Select(row => (row[0], row[1])).Distinct().Count());

        await book.ExecuteAsync("update old_bill set party = 'C2' where party = 'NO'; "
            + "update old_payment set party = 'C2'");
        Map(desk, extra: $"union all select {FirstBill}, 2, 'equity', -70, null, null, 1, null");
        (await desk.PublishAsync()).Quarantined.Should().Be(0);
        (await desk.RowsAsync("select document_no, debit_account, credit_account, amount from fact_money "
            + $"where document_key >= {FirstBill} order by 1")).Should().Equal(
            $"K{FirstBill}|1122|4104|70.0000", $"K{FirstBill + 1}|1122|4104|70.0000",
            $"R{FirstPayment}|1001|1122|5.0000");
    }

    private static (List<Bill> Bills, List<Payment> Payments) Draw()
    {
        var random = new Random(19);
        var (bills, payments) = (new List<Bill>(), new List<Payment>());
        for (var n = 0; n < 40; n++)
        {
            var day = Begin.AddDays(-random.Next(1, 300));
            var bill = new Bill(
                FirstBill + n, "C" + random.Next(1, 3), random.Next(100, 999_999) / 100m, day,
                day.AddDays(random.Next(4) * 30));
            bills.Add(bill);
            for (var left = bill.Amount; random.Next(3) > 0;)
            {
                var part = random.Next(2) == 0 ? left : decimal.Round(left / 3, 2);
                if (part == 0)
                {
                    break;
                }

                payments.Add(new Payment(FirstPayment + payments.Count, bill, part, Begin.AddDays(random.Next(330))));
                left -= part;
            }
        }

        return (bills, payments);
    }

    private static IEnumerable<string> Aged(List<Bill> bills, List<Payment> payments, DateOnly day) => bills
        .GroupBy(bill => (bill.Party, Months: Math.Max((day.DayNumber - bill.Due.DayNumber + 29) / 30, 0)))
        .Select(of => (of.Key, Open: of.Sum(bill =>
            bill.Amount - payments.Where(paid => paid.Of == bill && paid.Day <= day).Sum(paid => paid.Amount))))
        .Where(of => of.Open != 0)
        .OrderBy(of => of.Key.Party, StringComparer.Ordinal).ThenBy(of => of.Key.Months)
        .Select(of => $"{of.Key.Party}|{of.Key.Months}|{Text(of.Open)}");

    private static string Balances(DateTime day) => $"""
        with side as (
            select debit_account as account, amount, business_date from fact_money
            union all
            select credit_account, -amount, business_date from fact_money
        )
        select account, sum(amount)::decimal(18, 4) from side
        where business_date <= date '{day:yyyy-MM-dd}'
        group by all having sum(amount) <> 0 order by all
        """;

    private static void Map(ForeignDesk desk, string extra = "") => desk.CopyShipped((table, sql) => table switch
    {
        "account" => $"select account_code, chart_code, account_name from ({Bare(sql)}) as a union all "
            + "select 'equity', '4104', '利润分配'",
        "document" => $"""
            select * from ({Bare(sql)}) as d
            union all
            select id, 'sale', number, opened, opened, null, party, null from old_bill
            union all
            select id, 'money_receipt', number, day, day, null, party, null from old_payment
            """,
        "money_entry" => $"""
            select m.document_id, m.line_no, m.account_code, m.amount, m.party_code, m.due_date, m.is_opening,
                null as origin_date
            from ({Bare(sql)}) as m
            union all
            select id, 1, '0000100005', amount, party, due, 1, day from old_bill
            union all
            select id, 1, '0000100003', amount, null, null, 0, null from old_payment
            union all
            select id, 2, '0000100005', -amount, party, null, 0, null from old_payment
            {extra}
            """,
        "allocation" => $"""
            select * from ({Bare(sql)}) as a
            union all
            select id, 1, of_id, 1, id, 2, amount from old_payment
            """,
        "control" => $"""
            select * from ({Bare(sql)}) as c
            union all select id, 'money_amount', amount from old_bill
            union all select id, 'open_item_amount', amount from old_bill
            union all select id, 'money_amount', amount from old_payment
            union all select id, 'open_item_amount', -amount from old_payment
            union all select id, 'allocation_debit', amount from old_payment
            union all select id, 'allocation_credit', -amount from old_payment
            """,
        _ => sql,
    });

    private static string Row(Bill bill) => FormattableString.Invariant(
        $"insert into old_bill values ({bill.Id}, '{bill.No}', '{bill.Party}', {bill.Amount}, '{Date(bill.Day)}', ")
        + $"'{Date(bill.Due)}', '{Date(Begin)}');\n";

    private static string Row(Payment paid) => FormattableString.Invariant(
        $"insert into old_payment values ({paid.Id}, 'R{paid.Id}', '{paid.Of.Party}', {paid.Amount}, ")
        + $"'{Date(paid.Day)}', {paid.Of.Id});\n";

    private static string Bare(string sql) => sql.TrimEnd().TrimEnd(';');

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
