using System.Security.Cryptography;
using Analytics.Fixtures;
using DuckDB.NET.Data;

namespace Analytics.Star.Tests;

public sealed class StarCopyTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly StarFolder folder;

    public StarCopyTests() => folder = new StarFolder(temp.File("star"));

    private string File => temp.File("exports/star.duckdb");

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task It_has_every_row_the_measures_and_what_the_glossary_says()
    {
        var star = await BuildAsync(5);
        await CopyAsync(star.Manifest);

        await using var tool = await OpenAsync(File);
        foreach (var (table, rows) in star.Manifest.Rows)
        {
            (await tool.ScalarAsync($"select count(*) from {table}")).Should().Be(rows, table);
        }

        (await tool.ScalarAsync("select sales_amount(net_amount) from fact_sales"))
            .Should().Be(star.Sales.Sum(sale => sale.Figures.Net));
        (await tool.ScalarAsync("select generation from copied_from")).Should().Be(star.Manifest.Generation);
        (await tool.ScalarAsync("""
            select comment from duckdb_columns() where table_name = 'fact_sales' and column_name = 'net_amount'
            """)).Should().BeOfType<string>().Which.Should().Contain("|");
        foreach (var annex in StarSchema.Annexes)
        {
            (await tool.ScalarAsync($"select count(*) from {annex.Name}")).Should().Be(0L, annex.Name);
        }

        System.IO.File.Exists(File + ".wal").Should().BeFalse();
        Directory.GetFiles(temp.File("exports")).Should().ContainSingle();
    }

    [Fact]
    public async Task What_stands_beside_the_base_is_in_it_too()
    {
        await BuildAsync(5);
        await SampleForecast.PublishAsync(folder, 50, 2, null, TimeProvider.System);
        var manifest = folder.Current()!;
        manifest.Annexes.Should().NotBeEmpty();
        await CopyAsync(manifest);

        await using var tool = await OpenAsync(File);
        foreach (var annex in manifest.Annexes)
        {
            (await tool.ScalarAsync($"select count(*) from {annex.Table}")).Should().Be(annex.Rows, annex.Table);
        }
    }

    [Fact]
    public async Task Who_has_the_one_before_open_reads_on_in_it()
    {
        var old = await BuildAsync(5);
        await CopyAsync(old.Manifest);
        await using var tool = await OpenAsync(File);
        (await tool.ScalarAsync("select count(*) from fact_sales")).Should().Be((long)old.Sales.Count);

        var next = await BuildAsync(9);
        await CopyAsync(next.Manifest);
        (await tool.ScalarAsync("select count(*) from fact_sales")).Should().Be((long)old.Sales.Count);

        // One process would give a second connection to the same name what the first one holds.
        System.IO.File.Copy(File, temp.File("later.duckdb"));
        await using var later = await OpenAsync(temp.File("later.duckdb"));
        (await later.ScalarAsync("select count(*) from fact_sales")).Should().Be((long)next.Sales.Count);
        next.Sales.Count.Should().NotBe(old.Sales.Count);
    }

    [Fact]
    public async Task Who_writes_into_it_reaches_no_generation()
    {
        var star = await BuildAsync(5);
        await CopyAsync(star.Manifest);
        var before = await HashAsync(folder.BasePath(star.Manifest));
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).Should().NotHaveFlag(UnixFileMode.UserWrite);
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using (var stream = System.IO.File.OpenWrite(File))
        {
            await stream.WriteAsync(new byte[1 << 16]);
        }

        (await HashAsync(folder.BasePath(star.Manifest))).Should().Be(before);
    }

    [Fact]
    public async Task One_that_is_stopped_or_finds_no_place_leaves_what_was_there()
    {
        var star = await BuildAsync(5);
        await CopyAsync(star.Manifest);
        var before = await HashAsync(File);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var stopped = () => StarCopy.WriteAsync(folder, star.Manifest, File, new(), stop.Token);
        await stopped.Should().ThrowAsync<OperationCanceledException>();
        (await HashAsync(File)).Should().Be(before);

        await System.IO.File.WriteAllTextAsync(temp.File("taken"), "a file");
        var placeless = () => StarCopy.WriteAsync(
            folder, star.Manifest, temp.File("taken/star.duckdb"), new(), default);
        await placeless.Should().ThrowAsync<IOException>();

        // What a copy that was killed left is no hindrance.
        await System.IO.File.WriteAllTextAsync(File + ".part", "half");
        await System.IO.File.WriteAllTextAsync(File + ".part.wal", "half");
        await CopyAsync(star.Manifest);
        Directory.GetFiles(temp.File("exports")).Should().ContainSingle();
    }

    private Task<SampleStar> BuildAsync(int days) => SampleStar.BuildAsync(
        folder, new SampleStarOptions { Days = days }, TimeProvider.System);

    private Task CopyAsync(Manifest manifest) => StarCopy.WriteAsync(folder, manifest, File, new(), default);

    private static async Task<string> HashAsync(string path)
    {
        await using var stream = System.IO.File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream));
    }

    /// <summary>As a tool of others does: a program of its own, read-only.</summary>
    private static async Task<Tool> OpenAsync(string path)
    {
        var connection = new DuckDBConnection($"Data Source={path};ACCESS_MODE=READ_ONLY");
        await connection.OpenAsync();
        return new(connection);
    }

    private sealed class Tool(DuckDBConnection connection) : IAsyncDisposable
    {
        public async Task<object?> ScalarAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync();
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
