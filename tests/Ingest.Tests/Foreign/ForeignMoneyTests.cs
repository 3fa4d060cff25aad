using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>Money, open items and settlements of a foreign database, beside a bookkeeper's own reckoning.</summary>
public sealed class ForeignMoneyTests
{
    private const string Day = "yyyy-MM-dd";

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_figure_of_money_is_that_of_the_entries(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres, documents: 120);
        using var desk = new ForeignDesk(book.Settings);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        book.Entries.Select(entry => entry.Kind).Distinct().Should().HaveCount(8);
        (await desk.RowsAsync("""
            select document_no, document_kind, strftime(business_date, '%Y-%m-%d'), line_no, debit_account,
                credit_account, coalesce(nullif(debit.party_code, ''), credit.party_code), amount
            from fact_money as money
            join dim_party as debit on debit.party_id = money.debit_party_id
            join dim_party as credit on credit.party_id = money.credit_party_id
            order by document_no, line_no
            """)).Should().Equal(Movements(book.Entries));
        (await desk.RowsAsync("""
            select document_no, account, strftime(business_date, '%Y-%m-%d'), expense_amount, tax_amount
            from fact_expense order by document_no
            """)).Should().Equal(
            book.Entries.Where(entry => entry is { Kind: "expense", Account: "660202" })
                .OrderBy(entry => entry.DocumentNo, StringComparer.Ordinal)
                .Select(entry => string.Join(
                    '|', entry.DocumentNo, "660202", Date(entry.At), Text(entry.Amount), "0.0000")));
        (await desk.RowsAsync(
            "select account_code, account_name, account_kind, account_parent from dim_account "
            + "where account_code in ('100201', '660202', '1122') order by account_code")).Should().Equal(
            "100201|工行|asset|1002", "1122|应收|asset|", "660202|运费|profit_and_loss|6602");
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_open_on_any_day_is_what_bills_left_of_themselves(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres, documents: 120);
        using var desk = new ForeignDesk(book.Settings);

        await desk.PublishAsync();

        book.Settlements.Count.Should().BeGreaterThan(20);
        (await desk.RowsAsync("""
            select document_no, account, party_code, strftime(business_date, '%Y-%m-%d'),
                strftime(due_date, '%Y-%m-%d'), strftime(origin_date, '%Y-%m-%d'), item_amount
            from fact_open_item join dim_party using (party_key)
            order by document_no, account, party_code
            """)).Should().Equal(Items(book).Select(item => string.Join(
            '|', item.DocumentNo, item.Account, item.Party, Date(item.At), Date(item.Due ?? item.At), Date(item.At),
            Text(item.Amount))));
        (await desk.RowsAsync("""
            select settled.document_no, settled.side, settled.account, party.party_code, item.document_no,
                counter.document_no, strftime(settled.business_date, '%Y-%m-%d'),
                strftime(settled.due_date, '%Y-%m-%d'), settled_amount
            from fact_allocation as settled
            join dim_party as party using (party_key)
            join fact_open_item as item
                on item.document_key = settled.item_document_key and item.line_no = settled.item_line_no
            join fact_open_item as counter
                on counter.document_key = settled.counter_document_key and counter.line_no = settled.counter_line_no
            order by all
            """)).Should().Equal(book.Settlements.SelectMany(Sides).Order(StringComparer.Ordinal));
        foreach (var day in Enumerable.Range(0, 8).Select(n => new DateTime(2026, 1, 15).AddDays(n * 20)))
        {
            (await OpenAsync(desk, day)).Should().Equal(Open(book, day), $"of {day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public async Task A_document_that_does_not_balance_or_settles_what_is_not_there_is_left_out_whole()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false, documents: 120);
        using var desk = new ForeignDesk(book.Settings);
        var (one, two) = (book.Settlements[0], book.Settlements[^1]);
        var three = book.Entries.First(entry => entry.Kind == "expense");
        var four = book.Settlements.First(paid => paid.By.DocumentNo != one.By.DocumentNo);
        await book.ExecuteAsync(
            $"update dlya set total = total + 1 where vchcode = {three.DocumentNo[1..]} and dlyorder = 1;"
            + $"update vinoutstocktable set qty = 'x' where ord = 1 and billid = {one.Of.DocumentNo[1..]};"
            + $"update gatheringdly set total = 1000000 where gatheringvchcode = {two.By.DocumentNo[1..]} "
            + $"and vchcode = {two.Of.DocumentNo[1..]};"
            + $"update vbillindex_query set billdate = '2025-12-31' where billid = {four.By.DocumentNo[1..]}");

        await desk.PublishAsync();

        var told = desk.Quarantined().Select(row => string.Join('|', row[0], row[2], row[3], row[6])).ToList();
        told.Should().Contain($"money_entry.sql|{Id(three)}|amount|is by what debit and credit of the document differ: "
            + "mend the source, or the mapping");
        told.Should().Contain($"allocation.sql|{Id(two.By)}|amount|takes off more than there is: mend the source, or "
            + "the mapping");
        told.Should().Contain(
            $"allocation.sql|{Id(four.By)}|document_id|is before what it settles: mend the date in the source");
        told.Should().Contain(row => row.StartsWith($"allocation.sql|{Id(one.By)}|document_id|settles a document that "
            + "is left out", StringComparison.Ordinal));
        // What else settles the bill goes with it, and nothing more.
        var gone = book.Settlements.Where(paid => paid.Of.DocumentNo == one.Of.DocumentNo)
            .Select(paid => paid.By.DocumentNo)
            .Concat([one.Of.DocumentNo, two.By.DocumentNo, three.DocumentNo, four.By.DocumentNo])
            .ToHashSet(StringComparer.Ordinal);
        (await desk.RowsAsync("select distinct document_no from fact_money order by 1")).Should().Equal(
            book.Entries.Select(entry => entry.DocumentNo).Distinct().Where(number => !gone.Contains(number))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_source_without_money_or_without_settlements_leaves_those_facts_empty()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var bare = new ForeignDesk(book.Settings);
        using var unsettled = new ForeignDesk(book.Settings);
        bare.CopyShippedWithout(
            ["account", "money_entry", "allocation"],
            "measure in ('money_amount', 'open_item_amount', 'expense_amount') or measure like 'allocation%'");
        unsettled.CopyShippedWithout(["allocation"], "measure like 'allocation%'");

        await bare.PublishAsync();
        await unsettled.PublishAsync();

        (await bare.RowsAsync("select (select count(*) from fact_money), (select count(*) from fact_open_item)"))
            .Should().Equal("0|0");
        (await unsettled.RowsAsync("select count(*) from fact_allocation")).Should().Equal("0");
        (await unsettled.RowsAsync("select count(*) from fact_open_item")).Should().Equal(
            Items(book).Count().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Pays each debit by the credits in turn.</summary>
    private static IEnumerable<string> Movements(IEnumerable<GraspEntry> entries)
    {
        foreach (var document in entries.GroupBy(entry => entry.DocumentNo).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var credits = document.Where(entry => entry is { Amount: < 0, IsOpening: false })
                .Select(entry => (entry, Left: -entry.Amount)).ToList();
            var lineNo = 0;
            foreach (var kept in document.Where(entry => entry.IsOpening))
            {
                var (debit, credit) = kept.Amount > 0 ? (kept.Account, "4104") : ("4104", kept.Account);
                yield return string.Join(
                    '|', document.Key, kept.Kind, Date(kept.At), ++lineNo, debit, credit, kept.Party,
                    Text(Math.Abs(kept.Amount)));
            }

            foreach (var debit in document.Where(entry => entry is { Amount: > 0, IsOpening: false }))
            {
                for (var open = debit.Amount; open > 0;)
                {
                    var (credit, left) = credits[0];
                    var part = Math.Min(open, left);
                    open -= part;
                    credits[0] = (credit, left - part);
                    if (left == part)
                    {
                        credits.RemoveAt(0);
                    }

                    yield return string.Join(
                        '|', document.Key, debit.Kind, Date(debit.At), ++lineNo, debit.Account, credit.Account,
                        debit.Party.Length > 0 ? debit.Party : credit.Party, Text(part));
                }
            }

            credits.Should().BeEmpty();
        }
    }

    private static IEnumerable<GraspEntry> Items(GraspBook book) => book.Entries
        .Where(entry => entry.Account is "1122" or "2202")
        .OrderBy(entry => entry.DocumentNo, StringComparer.Ordinal).ThenBy(entry => entry.LineNo);

    private static IEnumerable<string> Sides(GraspSettlement one)
    {
        GraspEntry[] both = [one.By, one.Of];
        foreach (var item in both)
        {
            yield return string.Join(
                '|', one.By.DocumentNo, item.Amount > 0 ? "debit" : "credit", item.Account, item.Party, item.DocumentNo,
                both.Single(other => other != item).DocumentNo, Date(one.By.At), Date(item.Due ?? item.At),
                Text(Math.Sign(item.Amount) * one.Amount));
        }
    }

    private static IEnumerable<string> Open(GraspBook book, DateTime day)
    {
        foreach (var item in Items(book).Where(item => item.At.Date <= day))
        {
            var settled = book.Settlements.Where(one => one.By.At.Date <= day && (one.Of == item || one.By == item));
            var left = item.Amount - (Math.Sign(item.Amount) * settled.Sum(one => one.Amount));
            if (left != 0)
            {
                yield return string.Join('|', item.DocumentNo, item.Account, item.Party, Text(left));
            }
        }
    }

    private static Task<List<string>> OpenAsync(ForeignDesk desk, DateTime day) => desk.RowsAsync($"""
        with change as (
            select document_key, line_no, item_amount as amount from fact_open_item
            where business_date <= date '{Date(day)}'
            union all
            select item_document_key, item_line_no, -settled_amount from fact_allocation
            where business_date <= date '{Date(day)}'
        )
        select item.document_no, item.account, party.party_code, sum(change.amount)::decimal(18, 4)
        from change join fact_open_item as item using (document_key, line_no) join dim_party as party using (party_key)
        group by all having sum(change.amount) <> 0 order by all
        """);

    private static long Id(GraspEntry entry) => long.Parse(entry.DocumentNo[1..], CultureInfo.InvariantCulture) * 3;

    private static string Date(DateTime at) => at.ToString(Day, CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
