using Analytics.Ingest.Calendar;
using Analytics.Ingest.Extract;
using Analytics.Ingest.Lineage;
using Analytics.Ingest.Tests.Snapshots;
using Analytics.Star;

namespace Analytics.Ingest.Tests.Lineage;

/// <summary>Where columns are from, beside what a person reads in the statements, and beside a book that says so.
/// </summary>
public sealed class StarLineageTests
{
    /// <summary>From the calendar's files, or said by the statement that extracts.</summary>
    private static readonly string[] NotOfTheBook =
    [
        "dim_date.lunar_year", "dim_date.lunar_month", "dim_date.is_lunar_leap_month", "dim_date.holiday_name_zh",
        "dim_date.holiday_name_en", "dim_date.is_holiday", "dim_date.is_makeup_workday", "dim_date.holiday_code",
        "fact_allocation.side", "fact_price.price_kind",
    ];

    [Fact]
    public async Task Every_column_of_every_table_leads_back_to_staging_and_to_the_book_but_for_those_named()
    {
        var lineage = await StarLineage.ReadAsync(default);

        StarLineage.Tables.Should().Equal(StarSchema.Tables.Select(table => table.Name));
        var all = StarLineage.Tables.SelectMany(table => lineage.Of(table, null)).ToList();
        all.Should().HaveCountGreaterThan(600);
        // The hours of a day are from nothing.
        all.RemoveAll(one => one.Column.Table == "dim_hour");
        all.Where(one => one.IsConstant || one.Staging.Count == 0).Should().BeEmpty();
        all.Where(one => !one.Ledger.Any()).Select(one => one.Column.ToString()).Should().Equal(NotOfTheBook);
    }

    [Theory]
    [InlineData("fact_sales.net_amount", "document_line.net_amount")]
    [InlineData("fact_sales.gross_amount", "document_line.net_amount document_line.tax_amount")]
    [InlineData("fact_sales.cost_amount", "cost_adjustment.cost_amount document_line.cost_amount")]
    [InlineData("fact_sales.document_no", "document.document_no")]
    [InlineData("fact_sales.business_at", "document.business_at")]
    [InlineData("fact_sales.business_date", "cost_adjustment.business_date document.business_date")]
    [InlineData("fact_sales.item_id", "document_line.item_id")]
    [InlineData(
        "fact_sales.original_document_key",
        "cost_adjustment.original_seq document.original_seq document_line.original_seq")]
    [InlineData("rollup_sales_day_store.qty", "document_line.qty")]
    [InlineData("rollup_sales_month_item.tax_amount", "document_line.tax_amount")]
    [InlineData("dim_item.item_name", "item.item_name")]
    [InlineData("dim_item.category_name", "category.category_name")]
    [InlineData("dim_item.cost_method", "cost_class.method")]
    [InlineData("fact_price.unit_price", "customer_price.unit_price price.unit_price")]
    [InlineData("fact_allocation.settled_amount", "allocation.amount")]
    [InlineData("fact_stock_movement.qty", "stock_movement.qty")]
    [InlineData("fact_budget.budget_amount", "budget.amount")]
    [InlineData("fact_limit_rule.limit_amount", "limit_rule.amount")]
    [InlineData("fact_aging_band.provision_rate", "aging_band.provision_rate")]
    [InlineData("fact_store_comparison.comparison_choice", "store_comparison.choice")]
    [InlineData("fact_target.stretch_amount", "target.stretch_amount")]
    public async Task A_column_is_from_the_columns_of_the_book_that_its_statements_name(string column, string ledger)
    {
        var lineage = await StarLineage.ReadAsync(default);
        var parts = column.Split('.');

        var found = lineage.Of(parts[0], parts[1]).Should().ContainSingle().Subject;

        string.Join(' ', found.Ledger).Should().Be(ledger);
    }

    [Fact]
    public async Task A_rollup_names_its_fact_and_staging_in_between()
    {
        var lineage = await StarLineage.ReadAsync(default);

        var found = lineage.Of("rollup_sales_day_store", "margin_amount").Single();

        found.Star.Should().Equal(new ColumnName("fact_sales", "margin_amount"));
        found.Staging.Select(staged => staged.Column.ToString()).Should().Equal(
            "staging_cost_adjustment.cost_amount", "staging_document_line.cost_amount",
            "staging_document_line.net_amount");
        found.Staging[1].Ledger.Should().Equal(new ColumnName("document_line", "cost_amount"));
    }

    [Fact]
    public async Task Asked_the_other_way_round_both_agree()
    {
        var lineage = await StarLineage.ReadAsync(default);

        lineage.StandingOn("document_line", "discount_amount").Select(column => column.ToString()).Should().Contain(
            [
                "fact_sales.discount_amount", "rollup_sales_day_store.discount_amount",
                "rollup_sales_month_store.discount_amount",
            ])
            .And.NotContain(["fact_sales.net_amount", "fact_sales.qty"]);
        foreach (var one in StarLineage.Tables.SelectMany(table => lineage.Of(table, null))
            .Where(one => one.Ledger.Any()))
        {
            var source = one.Ledger.First();
            lineage.StandingOn(source.Table, source.Column).Should().Contain(one.Column);
        }

        lineage.StandingOn("staging_document", "document_no")
            .Should().Contain(new ColumnName("fact_sales", "document_no"));
    }

    [Fact]
    public async Task What_there_is_not_is_empty()
    {
        var lineage = await StarLineage.ReadAsync(default);

        lineage.Of("fact_sales", "nett_amount").Should().BeEmpty();
        lineage.Of("document_line", null).Should().BeEmpty();
        lineage.StandingOn("document_line", "no_such_column").Should().BeEmpty();
    }

    /// <summary>A statement of the book names only columns that the book has.</summary>
    [Fact]
    public async Task Every_column_of_the_book_that_is_named_is_there()
    {
        await using var company = await CompanyFolder.CreateAsync(3);
        await using var view = await company.Book.ReadAsync(default);
        var columns = new HashSet<string>();
        await using (var command = view.Command(
            "select m.name || '.' || c.name from sqlite_schema as m, pragma_table_info(m.name) as c"))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var lineage = await StarLineage.ReadAsync(default);

        StarLineage.Tables.SelectMany(table => lineage.Of(table, null)).SelectMany(one => one.Ledger)
            .Where(source => source.Column != "*").Select(source => source.ToString()).Distinct()
            .Should().HaveCountGreaterThan(150).And.BeSubsetOf(columns);
    }

    /// <summary>Each value made another one, and only what stands on it differs.</summary>
    [Theory]
    [InlineData("document_line", "discount_amount")]
    [InlineData("document_line", "tax_amount")]
    [InlineData("document", "business_minute")]
    [InlineData("stock_movement", "value")]
    public async Task A_column_of_the_book_that_is_changed_changes_no_column_that_does_not_stand_on_it(
        string table, string column)
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        var before = await SumsAsync(company);
        await company.ChangeBookAsync($"update {table} set {column} = {column} + 7");

        var after = await SumsAsync(company);

        var changed = before.Keys.Where(key => !Equals(before[key], after[key])).ToList();
        var standing = (await StarLineage.ReadAsync(default)).StandingOn(table, column);
        changed.Should().NotBeEmpty().And.BeSubsetOf(standing);
    }

    /// <summary>A digest of each column, of a star that is loaded without audits.</summary>
    private static async Task<Dictionary<ColumnName, string>> SumsAsync(CompanyFolder company)
    {
        await using var view = await company.Book.ReadAsync(default);
        await using var build = await StarBuild.StartAsync(company.Star, new(), TimeProvider.System, default);
        var extraction = new Extraction(view, build.Session, 0, view.Seq);
        foreach (var table in Extraction.Tables)
        {
            await extraction.StageAsync(table, _ => { }, default);
        }

        await StarLoad.StageAsync(build.Session, CompanyCalendar.Statutory, default);
        foreach (var load in StarLoad.All)
        {
            await StarLoad.RunAsync(load, build.Session, 0, new(2026, 1, 1), default);
        }

        var sums = new Dictionary<ColumnName, string>();
        foreach (var table in StarSchema.Tables)
        {
            var columns = await build.Session.QueryAsync(
                $"select column_name from (describe {table.Name})", row => row.GetString(0), 1000, default);
            foreach (var column in columns)
            {
                sums[new(table.Name, column)] = (await build.Session.QueryAsync(
                    $"select coalesce(sum(hash({column})), 0)::varchar from {table.Name}", row => row.GetString(0), 1,
                    default)).Single();
            }
        }

        return sums;
    }
}
