using System.Diagnostics;
using Analytics.Star;

namespace Analytics.Fixtures;

/// <summary>Generations of many sale lines, to see what reading them takes.</summary>
public static class ManySales
{
    /// <summary>Lines all in one month, hence in one file of an export; there are no masters.</summary>
    public static async Task<Manifest> PublishAsync(StarFolder folder, int rows)
    {
        await using var build = await StarBuild.StartAsync(folder, new(), TimeProvider.System, default);
        var values = (await Query.RowsAsync(
            build.Connection,
            """
            select column_name, data_type from duckdb_columns()
            where table_name = 'fact_sales' order by column_index
            """))
            .Select(row => Value((string)row[0]!, (string)row[1]!));
        await using (var command = build.Connection.CreateCommand())
        {
            command.CommandText = $"insert into fact_sales select {string.Join(", ", values)} from range({rows})";
            await command.ExecuteNonQueryAsync();
        }

        return await build.PublishAsync(new(rows, "", DateTimeOffset.UnixEpoch, new(2023, 1, 31)), default);
    }

    /// <summary>The most memory of the process while something runs, in bytes.</summary>
    public static async Task<long> PeakAsync(Func<Task> run)
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
}
