using System.Data.Common;
using System.Diagnostics;

namespace Analytics.Host.Bench;

/// <summary>The <c>.sql</c> files of the references.</summary>
internal static class BenchSql
{
    public static string Text(string file)
    {
        using var stream = typeof(BenchSql).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static async Task RunAsync(DbConnection connection, string file, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text(file);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The median of some runs that read every row, after one that warms, in milliseconds.</summary>
    public static async Task<double> MedianAsync(
        DbCommand command, IEnumerable<(string Name, object Value)> values, int runs, CancellationToken ct)
    {
        foreach (var (name, value) in values)
        {
            Bind(command, name, value);
        }

        var times = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            var startedAt = Stopwatch.GetTimestamp();
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
            }

            times.Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
        }

        return times.Skip(1).Order().ElementAt(runs / 2);
    }

    public static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
