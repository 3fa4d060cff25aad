using Analytics.Ledger;
using Analytics.Ledger.Posting;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>What becomes of masters and their versions.</summary>
public sealed class DimensionTests
{
    [Fact]
    public async Task A_category_branch_is_resolved_to_three_levels_and_a_short_one_repeats_its_last()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        Published(await company.SnapshotAsync());

        var branches = await RowsAsync(company, """
            select distinct
                category1_code, category2_code, category_code, category1_name, category2_name, category_name
            from dim_item where item_id > 0 order by all
            """);

        branches.Select(row => string.Join(' ', row)).Should().Equal(
            "A A1 A11 药品 处方药 抗生素",
            "B B1 B1 日用品 洗护 洗护",
            "C C C 礼品 礼品 礼品");
    }

    [Fact]
    public async Task A_renamed_category_shows_its_present_name_on_every_version_of_an_item()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        await PostAsync(company, new CategoryMaster("A", "西药"));
        Published(await company.SnapshotAsync());

        var names = await RowsAsync(company, "select distinct category1_name from dim_item where category1_code = 'A'");

        names.Should().ContainSingle().Which[0].Should().Be("西药");
    }

    [Fact]
    public async Task Versions_follow_each_other_without_gap_and_facts_bear_the_version_they_were_posted_with()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await PostAsync(
            company,
            new CategoryMaster("A", "药品"),
            new ItemMaster("P1", "旧名", "A") { BaseUnit = "盒", PackFactor = 12.5m, TaxRate = 0.09m },
            new StoreMaster("S1", "一号店") { MayGoNegative = true, OpenedOn = new(2020, 5, 1) },
            Sale("X1", 1));
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        await PostAsync(company, new ItemMaster("P1", "新名", "A") { BaseUnit = "盒" }, Sale("X2", 2));
        Published(await company.SnapshotAsync());

        var versions = await RowsAsync(company, """
            select item_name, is_current, valid_from, valid_to, pack_factor, tax_rate
            from dim_item where item_code = 'P1' order by item_key
            """);
        var lines = await RowsAsync(company, """
            select sales.document_no, posted.item_name, present.item_name
            from fact_sales as sales
            inner join dim_item as posted on posted.item_key = sales.item_key
            inner join dim_item as present on present.item_id = sales.item_id and present.is_current
            order by 1
            """);
        var store = await RowsAsync(company, "select opened_date, closed_date from dim_store where store_code = 'S1'");

        versions.Select(row => row[..2]).Should().BeEquivalentTo(
            new object[][] { ["旧名", false], ["新名", true] }, options => options.WithStrictOrdering());
        versions[0][3].Should().Be(versions[1][2]);
        versions[1][3].Should().Be(new DateTime(9999, 12, 31));
        versions[0][4..].Should().Equal(12.5m, 0.09m);
        lines.Select(row => string.Join(' ', row)).Should().Equal("X1 旧名 新名", "X2 新名 新名");
        store.Single().Should().Equal(new DateOnly(2020, 5, 1), null);
    }

    [Fact]
    public async Task The_calendar_runs_from_the_year_before_to_the_year_after_with_ISO_weeks()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        Published(await company.SnapshotAsync());

        var days = await RowsAsync(company, """
            select date_key, iso_year, iso_week, week_start_date, weekday_number, is_weekend, quarter_number, month_key
            from dim_date order by calendar_date
            """);

        days[0][0].Should().Be(20240101);
        days[^1][0].Should().Be(20271231);
        days.Should().HaveCount(366 + 365 + 365 + 365);
        foreach (var day in days)
        {
            var key = (int)day[0]!;
            var date = new DateOnly(key / 10000, key / 100 % 100, key % 100);
            var noon = date.ToDateTime(TimeOnly.MinValue);
            var monday = date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
            day[1..].Should().Equal(
                (short)System.Globalization.ISOWeek.GetYear(noon),
                (sbyte)System.Globalization.ISOWeek.GetWeekOfYear(noon),
                monday,
                (sbyte)(date.DayNumber - monday.DayNumber + 1),
                date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
                (sbyte)((date.Month + 2) / 3),
                key / 100);
        }
    }

    private static Document Sale(string number, int day) =>
        new(DocumentKind.Sale, number, new(2026, 1, day, 10, 0, 0, TimeSpan.FromHours(8)))
        {
            StoreCode = "S1",
            Lines = [new DocumentLine("P1", Qty.Round(1), Money.Round(10))],
        };

    private static async Task PostAsync(CompanyFolder company, params Submission[] submissions)
    {
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        var results = await journal.PostAsync(submissions, default);
        results.Should().AllBeOfType<PostResult.Posted>();
    }
}
