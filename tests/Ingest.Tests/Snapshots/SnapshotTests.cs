using Analytics.Fixtures;
using Analytics.Star;

namespace Analytics.Ingest.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_posted_book_becomes_a_served_generation()
    {
        await using var company = await CompanyFolder.CreateAsync(400);

        var published = Published(await company.SnapshotAsync());

        company.Star.Current()!.Generation.Should().Be(published.Manifest.Generation);
        published.Manifest.Rows["fact_sales"].Should().BeGreaterThan(300);
        published.Manifest.FirstBusinessDate.Should().Be(new DateOnly(2025, 10, 1));
        published.Rows.Should().BeGreaterThan(1000);
        published.Seconds.Select(step => step.Step).Should().Contain("load fact_sales").And.EndWith("publish");
        var kinds = await RowsAsync(company, "select distinct document_kind from fact_sales order by all");
        kinds.Select(row => row[0]).Should().Equal("cost_adjustment", "sale", "sale_return");
    }

    [Fact]
    public async Task A_book_that_stands_as_it_stood_publishes_nothing()
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        var first = Published(await company.SnapshotAsync());
        var files = Directory.GetFiles(company.Star.FullPath).Length;

        var second = await company.SnapshotAsync();

        second.Should().Be(new SnapshotOutcome.Unchanged(first.Manifest.Generation, first.Manifest.Seq));
        Directory.GetFiles(company.Star.FullPath).Should().HaveCount(files);
    }

    [Fact]
    public async Task After_one_more_document_the_next_generation_holds_it_and_the_old_one_stays_for_rollback()
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        var first = Published(await company.SnapshotAsync());
        await company.PostMoreAsync();

        var second = Published(await company.SnapshotAsync());

        second.Manifest.Seq.Should().BeGreaterThan(first.Manifest.Seq);
        second.Manifest.LastBusinessDate.Should().Be(new DateOnly(2026, 4, 1));
        second.Manifest.Rows["fact_sales"].Should().Be(first.Manifest.Rows["fact_sales"] + 1);
        company.Star.List().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_full_snapshot_of_an_unchanged_book_is_equal_to_the_first_table_for_table_and_row_for_row()
    {
        await using var company = await CompanyFolder.CreateAsync(300);
        await company.TradeAsync(150);
        var first = Published(await company.SnapshotAsync());
        var second = Published(await company.SnapshotAsync(new() { Full = true }));

        second.Manifest.Rows.Values.Count(rows => rows > 0).Should().BeGreaterThan(StarSchema.Tables.Count * 2 / 3);
        var before = await ContentAsync(company, "rowid", first.Manifest.Generation);
        foreach (var (table, rows) in await ContentAsync(company, "rowid", second.Manifest.Generation))
        {
            rows.Should().Equal(before[table], table);
        }
    }

    [Fact]
    public async Task An_empty_book_is_refused_in_one_line()
    {
        await using var company = await CompanyFolder.CreateAsync(0);

        var outcome = await company.SnapshotAsync();

        outcome.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Should()
            .Contain("ledger.db holds nothing yet").And.NotContain("\n");
        company.Star.Current().Should().BeNull();
    }

    [Fact]
    public async Task A_book_of_masters_alone_makes_a_generation_whose_calendar_stands_around_the_last_entry()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        var journal = await Ledger.Posting.Journal.OpenAsync(company.Book, TimeProvider.System, default);
        await journal.PostAsync(new Ledger.StoreMaster("S1", "一号店"), default);
        await journal.DisposeAsync();

        var published = Published(await company.SnapshotAsync());

        published.Manifest.Rows["dim_store"].Should().Be(2, "row -1 stands beside it");
        published.Manifest.Rows["dim_date"].Should().BeInRange(365 * 3, 366 * 3);
        published.Manifest.FirstBusinessDate.Should().Be(published.Manifest.LastBusinessDate);
    }

    [Fact]
    public async Task A_snapshot_while_another_is_being_built_is_refused_in_one_line()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        await using var other = await StarBuild.StartAsync(company.Star, new(), TimeProvider.System, default);

        var outcome = await company.SnapshotAsync();

        outcome.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Should()
            .StartWith("Another snapshot is being built in ").And.NotContain("\n");
    }

    [Fact]
    public async Task A_disk_too_full_for_a_generation_is_refused_before_anything_is_written()
    {
        await using var company = await CompanyFolder.CreateAsync(30);

        var outcome = await company.SnapshotAsync(new() { FreeBytes = _ => 4096 });

        outcome.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Should()
            .Contain("0 MB free").And.Contain("may need");
        Directory.GetFiles(company.Star.FullPath).Should().BeEmpty();
    }

    [Fact]
    public async Task Control_totals_that_differ_from_the_facts_keep_the_old_generation_and_name_the_rows()
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        var first = Published(await company.SnapshotAsync());
        await company.PostMoreAsync();
        await company.ChangeBookAsync(
            "update state_control set total = total + 1 where measure = 'sales_net' and month_key = 202604");

        var outcome = await company.SnapshotAsync();

        var finding = outcome.Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings.Single();
        finding.Audit.Should().Be("sales_off_control_totals");
        finding.Rows.Should().Equal("month_key=202604, measure=sales_net, in_star=10, in_ledger=10.0001");
        finding.MustNotBe.Should().StartWith("No month may sell other lines");
        company.Star.Current()!.Generation.Should().Be(first.Manifest.Generation);
        company.Star.List().Should().HaveCount(1);
        LeftOver(company).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_newer_program_published_is_not_replaced_unless_asked()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        var first = Published(await company.SnapshotAsync());
        var file = company.File("star", first.Manifest.Generation + ".json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace(StarSchema.Version, "99-feedbeef", StringComparison.Ordinal));

        var refused = await company.SnapshotAsync();
        var full = await company.SnapshotAsync(new() { Full = true });

        refused.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Should()
            .Contain("99-feedbeef").And.Contain("newer program").And.NotContain("\n");
        full.Should().BeOfType<SnapshotOutcome.Published>();
    }

    [Fact]
    public async Task A_pointer_that_cannot_be_read_stops_a_snapshot_with_its_path_and_a_full_one_mends_it()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        Published(await company.SnapshotAsync());
        await File.WriteAllTextAsync(company.File("star", "current.json"), "{");

        var run = () => company.SnapshotAsync();

        (await run.Should().ThrowAsync<StarException>()).Which.Message.Should()
            .Contain("current.json").And.Contain("snapshot --full");
        var full = Published(await company.SnapshotAsync(new() { Full = true }));
        company.Star.Current()!.Generation.Should().Be(full.Manifest.Generation);
    }

    [Fact]
    public async Task Edited_table_definitions_build_although_the_book_stands_still()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        var first = Published(await company.SnapshotAsync());
        var file = company.File("star", first.Manifest.Generation + ".json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace(StarSchema.Version, "1-00000000", StringComparison.Ordinal));

        var outcome = await company.SnapshotAsync();

        outcome.Should().BeOfType<SnapshotOutcome.Published>();
    }

    [Fact]
    public async Task Progress_names_each_step_with_its_rows_and_seconds()
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        var seen = new ListProgress();

        var published = Published(
            await new Snapshot().RunAsync(company.Book, company.Star, TimeProvider.System, seen, default));

        var ends = seen.Reports.Where(report => report.Seconds is not null).ToList();
        ends.Select(report => report.Step).Should().Equal(published.Seconds.Select(step => step.Step));
        ends.Single(report => report.Step == "load fact_sales").Rows
            .Should().Be(published.Manifest.Rows["fact_sales"]);
    }

    internal static SnapshotOutcome.Published Published(SnapshotOutcome outcome) => outcome switch
    {
        SnapshotOutcome.Published published => published,
        SnapshotOutcome.AuditFailed red => throw new InvalidOperationException(string.Join('\n', red.Findings)),
        _ => throw new InvalidOperationException(outcome.ToString()),
    };

    internal static IEnumerable<string?> LeftOver(CompanyFolder company) => Directory
        .EnumerateFileSystemEntries(company.Star.FullPath)
        .Concat(Directory.Exists(company.File("tmp")) ? Directory.EnumerateFileSystemEntries(company.File("tmp")) : [])
        .Select(Path.GetFileName)
        .Where(name => name is not ("build.lock" or "current.json"))
        .Where(name => company.Star.Find(name!.Split('.')[0]) is null);

    internal static async Task<List<object?[]>> RowsAsync(
        CompanyFolder company, string sql, string? generation = null)
    {
        await using var readers = company.Readers();
        await using var lease = await readers.RentAsync(generation, default);
        await UseAsync(lease);
        return await Query.RowsAsync(lease.Connection, sql);
    }

    /// <summary>The rows of every table as text, in an order: <c>rowid</c> as they lie, <c>all</c> however they came
    /// there.</summary>
    internal static async Task<SortedDictionary<string, List<string>>> ContentAsync(
        CompanyFolder company, string order, string? generation = null)
    {
        await using var readers = company.Readers();
        await using var lease = await readers.RentAsync(generation, default);
        await UseAsync(lease);
        var content = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in StarSchema.Tables.Select(table => table.Name))
        {
            var rows = await Query.RowsAsync(lease.Connection, $"select * from {table} order by {order}");
            content.Add(table, rows.ConvertAll(row => string.Join('|', row)));
        }

        return content;
    }

    private static async Task UseAsync(StarLease lease)
    {
        await using var use = lease.Connection.CreateCommand();
        use.CommandText = $"use {lease.Schema}";
        await use.ExecuteNonQueryAsync();
    }

    private sealed class ListProgress : IProgress<SnapshotProgress>
    {
        public List<SnapshotProgress> Reports { get; } = [];

        public void Report(SnapshotProgress value) => Reports.Add(value);
    }
}
