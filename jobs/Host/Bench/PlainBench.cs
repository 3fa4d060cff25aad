using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace Analytics.Host.Bench;

/// <summary>What posting is held against: the engine's own rates, through the same driver and on the same disk.
/// </summary>
internal static class PlainBench
{
    private const int Columns = 8;
    private const int Rows = 400_000;
    private const int RowsInTransaction = 2560;
    private const int Commits = 500;

    /// <summary>Rows a second of a line's width into one table, in transactions of a group's rows (on PostgreSQL each
    /// is
    /// one statement); and durable commits of one row a second.</summary>
    public static async Task<(double Rows, double Commits)> RunAsync(BenchBook book, CancellationToken ct)
    {
        await using var connection = await book.ConnectAsync(ct);
        await BenchSql.RunAsync(
            connection, book.IsPostgres ? "Bench/plain_create_postgres.sql" : "Bench/plain_create.sql", ct);
        await using var one = Insert(connection, "Bench/plain_insert.sql");
        await using var many = Insert(connection, "Bench/plain_insert_many.sql");
        var rows = book.IsPostgres
            ? Time(many, Rows / RowsInTransaction, _ => Run(many, Many()), ct) * RowsInTransaction
            : Time(one, Rows / RowsInTransaction, _ => RunEach(one), ct) * RowsInTransaction;
        var commits = Time(one, Commits, n => Run(one, (long)n), ct);
        return (rows, commits);
    }

    /// <summary>Transactions a second.</summary>
    private static double Time(DbCommand insert, int count, Action<int> run, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        for (var n = 0; n < count; n++)
        {
            ct.ThrowIfCancellationRequested();
            using var transaction = insert.Connection!.BeginTransaction();
            insert.Transaction = transaction;
            run(n);
            transaction.Commit();
        }

        return count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static void RunEach(DbCommand insert)
    {
        for (var n = 0L; n < RowsInTransaction; n++)
        {
            Run(insert, n * 7919);
        }
    }

    private static void Run(DbCommand insert, object value)
    {
        foreach (DbParameter parameter in insert.Parameters)
        {
            parameter.Value = value;
        }

        insert.ExecuteNonQuery();
    }

    private static long[] Many() => [.. Enumerable.Range(0, RowsInTransaction).Select(n => n * 7919L)];

    private static DbCommand Insert(DbConnection connection, string file)
    {
        var command = connection.CreateCommand();
        command.CommandText = BenchSql.Text(file);
        for (var at = 0; at < Columns; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@c{at}");
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
