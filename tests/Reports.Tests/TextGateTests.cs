using Analytics.Fixtures;
using Analytics.Reports.Relations;

namespace Analytics.Reports.Tests;

/// <summary>A text of a company's own folder reads logical relations and nothing else.</summary>
public sealed class TextGateTests(Company company) : IClassFixture<Company>
{
    private const string Head = "-- title: 甲 | A\n-- grain: store_code\n";

    [Theory]
    [InlineData("select store_code from main.fact_sales", "qualified")]
    [InlineData("select store_code from query('select 1 as store_code')", "table function 'query'")]
    [InlineData("select store_code from query_table('fact_sales')", "table function 'query_table'")]
    [InlineData("select store_code from pragma_storage_info('fact_sales')", "table function 'pragma_storage_info'")]
    [InlineData("select store_code from sales where exists (select 1 from read_text('/etc/passwd'))", "'read_text'")]
    [InlineData("select store_code from fact_sales", "reads 'fact_sales', which does not exist; there are")]
    [InlineData("select store_code from sales; select 1", "one select statement")]
    [InlineData("select store_code from dim_store", "reads 'dim_store'")]
    [InlineData("select current_setting('memory_limit') as store_code from sales", "function 'current_setting'")]
    [InlineData("select store_code from sales where random() < 0.5", "function 'random'")]
    [InlineData("select store_code from sales order by sum(net_amount) over (order by uuid())", "function 'uuid'")]
    [InlineData("select store_code from sales where business_date = current_date", "'current_date' is not allowed")]
    [InlineData("select repeat(store_code, 1000000000) as store_code from sales", "function 'repeat'")]
    [InlineData("select store_code.getvariable() as store_code from sales", "function 'getvariable'")]
    [InlineData(
        "with recursive r as (select store_code from sales union all select store_code || store_code from r) "
            + "select store_code from r",
        "recursive")]
    [InlineData("insert into sales select 1 as store_code", "at fault")]
    [InlineData("select nothing_here as store_code from sales", "the SQL of report own is at fault: Binder Error")]
    [InlineData("select cast(store_code || 'x' as date) as store_code from sales", "at fault: Conversion Error")]
    [InlineData("select store_code from sales) union all (select store_code from sales", "at fault")]
    public async Task What_is_not_a_logical_relation_is_refused(string sql, string message)
    {
        var outcome = await RunAsync(Head + sql);
        outcome.Should().BeOfType<ReportOutcome.Refused>().Subject.Lines.Should().Contain(line =>
            line.Message.En.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("copy (select store_code from sales) to 'x.csv'")]
    [InlineData("pivot sales on store_code using sum(net_amount)")]
    [InlineData("detach g1")]
    [InlineData("attach 'x.db'")]
    [InlineData("set memory_limit = '1 TB'")]
    public async Task What_does_not_begin_as_a_select_is_no_report(string sql)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("own.sql"), Head + sql);
        Catalog.Load([folder.FullPath]).Errors.Should().Contain(
            error => error.EndsWith("own.sql:3: no select follows the header", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Own_expressions_ranges_and_parameters_are_fine()
    {
        var outcome = await RunAsync("""
            -- title:  甲 | A
            -- grain:  store_code
            -- params: from_date date = 2024-01-01, to_date date = 2024-02-29, codes list of text optional
            with kept as (
                select store_code, net_amount from sales
                where business_date between $from_date and $to_date
                    and ($codes is null or store_code in (select unnest($codes)))
            )
            select store_code, sales_amount(net_amount) as sales_amount from kept group by all order by all
            """, ("codes", "S02,S01"));
        var result = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        result.Rows.Select(row => row[0]).Should().BeEquivalentTo(["S01", "S02"]);
        result.Relation.Should().Be("rollup_sales_day_store");
        var expected = company.Sales.Where(sale => sale.Dims.Store == 2
            && sale.BusinessDate >= new DateOnly(2024, 1, 1) && sale.BusinessDate <= new DateOnly(2024, 2, 29));
        result.Rows.Single(row => (string)row[0]! == "S02")[1].Should().Be(expected.Sum(sale => sale.Figures.Net));
    }

    [Theory]
    [InlineData("this_month", "2025-03-01")]
    [InlineData("today", "2025-03-10")]
    public async Task The_day_in_progress_is_cut_where_a_relation_knows_minutes(string period, string from)
    {
        var outcome = await RunAsync("""
            -- title:  甲 | A
            -- grain:  store_code
            -- params: period text = today, from_date date optional, to_date date optional
            with sold as (
                select store_code, net_amount from sales where business_date between $from_date and $to_date
            ), paid as (
                select store_code, amount from money where business_date between $from_date and $to_date
            )
            select store_code, (select sum(net_amount) from sold) as sales_amount, sum(amount) as margin_amount
            from paid where store_code = 'S02' group by store_code
            """, ("period", period));
        var result = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        var sales = company.Sales.Where(sale => sale.BusinessDate >= Compare.PeriodTests.Date(from)).ToList();
        result.Rows.Single()[1].Should().Be(sales
            .Where(sale => sale.BusinessDate < new DateOnly(2025, 3, 10) || sale.BusinessMinute < 14 * 60)
            .Sum(sale => sale.Figures.Net));
        result.Rows.Single()[2].Should().Be(sales.Where(sale => sale.Dims.Store == 2).Sum(sale => sale.Figures.Net));
        result.Notes.Should().Contain(note => note.En == "money knows no minutes: its last day is whole");
    }

    [Fact]
    public async Task What_takes_too_long_is_ended_and_refused()
    {
        var outcome = await RunAsync(
            Head + "select min(store_code) as store_code from sales, range(100000000) a, range(100000000) b",
            TimeSpan.FromMilliseconds(300));
        outcome.Should().BeOfType<ReportOutcome.Refused>().Subject.Lines.Single().Message.En
            .Should().Be("the answer took longer than 0.3 s and was ended; "
                + "take a smaller range, a coarser grain or dimension");
    }

    [Fact]
    public async Task Every_function_of_the_list_is_known_to_the_engine_and_answers_from_its_arguments_alone()
    {
        await using var lease = await company.Readers.RentAsync(null, default);
        var rows = await Query.RowsAsync(lease.Connection, """
            select function_name from duckdb_functions()
            where coalesce(stability, 'CONSISTENT') = 'CONSISTENT'
                and function_type in ('scalar', 'aggregate', 'macro') and database_name = 'system'
            """);
        var known = rows.Select(row => (string)row[0]!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Written as functions, they are syntax.
        string[] syntax = ["coalesce", "unnest"];
        AllowedFunctions.All.Except(syntax).Should().OnlyContain(name => known.Contains(name));
    }

    private Task<ReportOutcome> RunAsync(string text, params (string Name, string Value)[] parameters) =>
        RunAsync(text, TimeSpan.FromMinutes(1), parameters);

    private async Task<ReportOutcome> RunAsync(
        string text, TimeSpan limit, params (string Name, string Value)[] parameters)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("own.sql"), text);
        var catalog = Catalog.Load([folder.FullPath]);
        catalog.Errors.Should().BeEmpty();
        var runner = new ReportRunner(
            company.Readers,
            catalog,
            company.Glossary,
            new FixedClock(new(2025, 3, 10, 6, 0, 0, TimeSpan.Zero)),
            Company.Zone);
        return await runner.RunAsync(
            new("own", parameters.ToDictionary(pair => pair.Name, pair => pair.Value)) { TimeLimit = limit },
            Scope.Everything,
            CancellationToken.None);
    }
}
