using System.Security.Cryptography;
using Analytics.Star;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>What is exported of a real generation, read back.</summary>
public sealed class StarExportTests
{
    [Fact]
    public async Task Every_table_read_back_equals_the_star_and_the_manifest_says_what_is_in_each_file()
    {
        await using var company = await CompanyFolder.CreateAsync(200);
        var manifest = Published(await company.SnapshotAsync()).Manifest;
        var into = company.File("out");

        var export = await StarExport.WriteAsync(company.Star, manifest, into, new(), default);

        export.Tables.Select(table => table.Name).Should().Equal(StarSchema.Tables.Select(table => table.Name));
        await using var session = await StarSession.OpenAsync(company.Star, manifest, new(), default);
        foreach (var table in export.Tables)
        {
            table.Files.Sum(file => file.Rows).Should().Be(manifest.Rows[table.Name]);
            if (table.Files.Count == 0)
            {
                continue;
            }

            var files = $"read_parquet('{into}/{table.Name}/*.parquet')";
            (await CountAsync(session, $"(from {files} except all from {table.Name})")).Should().Be(0, table.Name);
            (await CountAsync(session, $"(from {table.Name} except all from {files})")).Should().Be(0, table.Name);
            var types = await session.QueryAsync(
                $"select column_name, column_type from (describe from {files})",
                row => new ExportedColumn(row.GetString(0), row.GetString(1)), 1000, default);
            types.Should().Equal(table.Columns, table.Name);
        }

        foreach (var file in export.Tables.SelectMany(table => table.Files))
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(into, file.Path));
            Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be(file.Sha256, file.Path);
        }

        var sales = export.Tables.Single(table => table.Name == "fact_sales").Files;
        sales.Should().HaveCountGreaterThan(2);
        var net = await session.QueryAsync(
            "select sum(net_amount) from fact_sales", row => row.GetDecimal(0), 1, default);
        sales.Sum(file => file.Sums["net_amount"]).Should().Be(net[0]);
        ExportManifest.Read(into).Should().BeEquivalentTo(export);
    }

    [Fact]
    public async Task After_an_earlier_export_only_what_differs_is_written_and_both_together_are_the_star()
    {
        await using var company = await CompanyFolder.CreateAsync(120);
        var first = Published(await company.SnapshotAsync()).Manifest;
        await StarExport.WriteAsync(company.Star, first, company.File("first"), new(), default);
        await company.PostMoreAsync();
        var second = Published(await company.SnapshotAsync()).Manifest;

        var export = await StarExport.WriteAsync(
            company.Star, second, company.File("second"),
            new() { Since = ExportManifest.Read(company.File("first")) }, default);

        export.Since.Should().Be(first.Generation);
        var sales = export.Tables.Single(table => table.Name == "fact_sales");
        sales.Files.Where(file => file.IsWritten).Select(file => file.MonthKey).Should().Equal(202604);
        export.Tables.Single(table => table.Name == "dim_item").Files.Single().IsWritten.Should().BeFalse();
        await using var session = await StarSession.OpenAsync(company.Star, second, new(), default);
        var all = string.Join(", ", sales.Files.Select(
            file => $"'{company.File(file.IsWritten ? "second" : "first", file.Path)}'"));
        (await CountAsync(session, $"(from fact_sales except all from read_parquet([{all}]))")).Should().Be(0);
        (await CountAsync(session, $"read_parquet([{all}])")).Should().Be(second.Rows["fact_sales"]);
    }

    [Fact]
    public async Task As_Arrow_every_file_holds_the_rows_that_the_manifest_says_and_what_differs_is_written_alone()
    {
        await using var company = await CompanyFolder.CreateAsync(120);
        var first = Published(await company.SnapshotAsync()).Manifest;
        var arrow = new StarExportOptions { Format = StarFileFormat.Arrow };
        await StarExport.WriteAsync(company.Star, first, company.File("first"), arrow, default);
        await company.PostMoreAsync();
        var second = Published(await company.SnapshotAsync()).Manifest;
        var since = ExportManifest.Read(company.File("first"));

        var export = await StarExport.WriteAsync(
            company.Star, second, company.File("second"), arrow with { Since = since }, default);
        var mixed = () => StarExport.WriteAsync(
            company.Star, second, company.File("third"), new() { Since = since }, default);

        export.Format.Should().Be("arrow");
        export.Tables.Single(table => table.Name == "fact_sales").Files.Where(file => file.IsWritten)
            .Select(file => file.Path).Should().Equal("fact_sales/202604.arrow");
        foreach (var file in export.Tables.SelectMany(table => table.Files))
        {
            var bytes = await File.ReadAllBytesAsync(company.File(file.IsWritten ? "second" : "first", file.Path));
            Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be(file.Sha256, file.Path);
            using var reader = new ArrowFileReader(new MemoryStream(bytes));
            var rows = 0L;
            var net = 0m;
            while (await reader.ReadNextRecordBatchAsync() is { } batch)
            {
                rows += batch.Length;
                if (file.Sums.ContainsKey("net_amount"))
                {
                    var amounts = (Decimal128Array)batch.Column("net_amount");
                    net += Enumerable.Range(0, batch.Length).Sum(row => amounts.GetValue(row) ?? 0);
                }
            }

            rows.Should().Be(file.Rows, file.Path);
            net.Should().Be(file.Sums.GetValueOrDefault("net_amount"), file.Path);
        }

        (await mixed.Should().ThrowAsync<StarException>()).Which.Message.Should()
            .Be("The earlier export is arrow, not parquet; name one as parquet, or export all.");
        Directory.Exists(company.File("third")).Should().BeFalse();
    }

    [Theory]
    [InlineData(StarFileFormat.Parquet)]
    [InlineData(StarFileFormat.Arrow)]
    public async Task An_annex_is_exported_with_its_base_and_only_it_when_only_it_is_new(StarFileFormat format)
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        Published(await company.SnapshotAsync());
        var options = new StarExportOptions { Format = format };
        var earlier = await StarExport.WriteAsync(
            company.Star, company.Star.Current()!, company.File("first"), options, default);
        var items = await ItemsAsync(company);
        var annexed = await ForecastAsync(company, items);

        var export = await StarExport.WriteAsync(
            company.Star, annexed, company.File("second"), options with { Since = earlier }, default);

        var files = export.Tables.SelectMany(table => table.Files).Where(file => file.IsWritten).ToList();
        files.Select(file => file.Path).Should().Equal($"fact_forecast/202604.{(format == 0 ? "parquet" : "arrow")}");
        files[0].Rows.Should().Be(items.Count);
        files[0].Sums["p50_qty"].Should().Be(items.Count * 3m);
        var kept = Published(await company.SnapshotAsync(new() { Full = true })).Manifest;
        kept.Annexes.Should().BeEquivalentTo(annexed.Annexes);
    }

    private static async Task<IReadOnlyList<long>> ItemsAsync(CompanyFolder company)
    {
        await using var session = await StarSession.OpenAsync(company.Star, company.Star.Current()!, new(), default);
        return await session.QueryAsync(
            "select distinct item_id from dim_item where item_id > 0", row => row.GetInt64(0), 1000, default);
    }

    private static async Task<Manifest> ForecastAsync(CompanyFolder company, IReadOnlyList<long> items)
    {
        var from = new AnnexOptions { FromGeneration = company.Star.Current()!.Generation };
        await using var build = await AnnexBuild.StartAsync(
            company.Star, "fact_forecast", from, TimeProvider.System, default);
        using (var rows = build.AppendRows())
        {
            foreach (var item in items)
            {
                rows.Append(item).Append(-1L).Append(new DateOnly(2026, 4, 2)).Append(new DateOnly(2026, 4, 1))
                    .Append(1m).Append(3m).Append(5m).Append(1m).Append(3m).Append(5m).Append("naive").EndRow();
            }
        }

        return (await build.PublishAsync(default)).Should().BeOfType<AnnexOutcome.Published>().Subject.Manifest;
    }

    [Fact]
    public async Task A_folder_that_exists_and_one_that_is_no_export_are_refused_and_a_stopped_export_leaves_nothing()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        var manifest = Published(await company.SnapshotAsync()).Manifest;
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var onto = () => StarExport.WriteAsync(company.Star, manifest, company.FullPath, new(), default);
        var since = () => ExportManifest.Read(company.FullPath);
        var stop = () => StarExport.WriteAsync(company.Star, manifest, company.File("out"), new(), stopped.Token);

        (await onto.Should().ThrowAsync<StarException>()).Which.Message.Should().Contain("exists already");
        since.Should().Throw<StarException>().WithMessage("*not the manifest of an export*");
        await stop.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetDirectories(company.FullPath, "out*").Should().BeEmpty();
    }

    private static async Task<long> CountAsync(StarSession session, string relation) =>
        (await session.QueryAsync($"select count(*) from {relation}", row => row.GetInt64(0), 1, default)).Single();
}
