using System.Diagnostics;
using Analytics.Fixtures;

namespace Analytics.Star.Tests;

/// <summary>What an export of a million rows takes.</summary>
public sealed class ExportMemoryTests : IDisposable
{
    private const long Megabyte = 1 << 20;

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_million_rows_are_exported_in_the_memory_that_a_hundred_thousand_take()
    {
        var folder = new StarFolder(temp.File("star"));
        var small = await PublishAsync(folder, 100_000);
        var large = await PublishAsync(folder, 1_000_000);
        var options = new StarExportOptions
        {
            Format = StarFileFormat.Arrow, Session = new() { MemoryLimit = "200MB", Threads = 2 },
        };
        await StarExport.WriteAsync(folder, small, temp.File("warm"), options, default);

        var few = await PeakAsync(() => StarExport.WriteAsync(folder, small, temp.File("small"), options, default));
        var many = await PeakAsync(() => StarExport.WriteAsync(folder, large, temp.File("large"), options, default));

        var file = new FileInfo(temp.File("large", "fact_sales", "202301.arrow"));
        file.Length.Should().BeGreaterThan(250 * Megabyte, "else there is nothing to bound");
        (many - few).Should().BeLessThan(150 * Megabyte);
    }

    /// <summary>All in one month, hence in one file.</summary>
    private static async Task<Manifest> PublishAsync(StarFolder folder, int rows)
    {
        await using var build = await StarBuild.StartAsync(folder, new(), TimeProvider.System, default);
        var values = await build.Session.QueryAsync(
            "select column_name, data_type from duckdb_columns() where table_name = 'fact_sales' order by column_index",
            row => Value(row.GetString(0), row.GetString(1)), 1_000, default);
        await build.Session.ExecuteAsync(
            $"insert into fact_sales select {string.Join(", ", values)} from range({rows})", default);
        return await build.PublishAsync(new(rows, "", DateTimeOffset.UnixEpoch, new(2023, 1, 31)), default);
    }

    private static string Value(string column, string type) => (column, type) switch
    {
        ("month_key", _) => "202301",
        (_, "DATE") => "date '2023-01-01' + (range % 31)::integer",
        (_, "TIMESTAMP") => "timestamp '2023-01-01'",
        (_, "VARCHAR") => column.EndsWith("_no", StringComparison.Ordinal) ? "'XS' || range" : "'cash'",
        (_, "BOOLEAN") => "false",
        (_, "TINYINT" or "SMALLINT") => "1",
        _ => "range",
    };

    /// <summary>The most memory of the process while something runs.</summary>
    private static async Task<long> PeakAsync(Func<Task> run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var running = Task.Run(run);
        var peak = 0L;
        while (!running.IsCompleted)
        {
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, default);
        }

        await running;
        return peak;
    }
}
