using System.Data.Common;
using System.Globalization;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A generation's sale lines as one table of PostgreSQL with indexes for what is asked, in a schema of its own
/// that is dropped afterwards.</summary>
internal sealed class PostgresLines : IAsyncDisposable
{
    private const int RowsAtOnce = 20_000;
    private const int Runs = 3;

    private readonly BenchBook book;
    private readonly DbConnection connection;

    private PostgresLines(BenchBook book, DbConnection connection)
    {
        this.book = book;
        this.connection = connection;
    }

    public static async Task<PostgresLines> CopyAsync(BenchPlace place, StarReaders readers, CancellationToken ct)
    {
        var book = await place.MakeBookAsync(ct);
        var lines = new PostgresLines(book, await book.ConnectAsync(ct));
        try
        {
            await BenchSql.RunAsync(lines.connection, "Bench/postgres_create.sql", ct);
            await lines.FillAsync(readers, ct);
            await BenchSql.RunAsync(lines.connection, "Bench/postgres_index.sql", ct);
            await BenchSql.RunAsync(lines.connection, "Bench/postgres_vacuum.sql", ct);
            return lines;
        }
        catch
        {
            await lines.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await book.DisposeAsync();
    }

    /// <summary>The median of a few runs after one that warms, in milliseconds.</summary>
    public async Task<double> MedianAsync(
        string file, IEnumerable<(string Name, object Value)> values, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = BenchSql.Text($"Bench/{file}.sql");
        command.CommandTimeout = 0;
        return await BenchSql.MedianAsync(command, values, Runs, ct);
    }

    private async Task FillAsync(StarReaders readers, CancellationToken ct)
    {
        await using var lease = await readers.RentAsync(null, ct);
        await using var select = lease.Connection.CreateCommand();
        select.CommandText = BenchSql.Text("Bench/postgres_select.sql")
            .Replace(" star.", $" {lease.Schema}.", StringComparison.Ordinal);
        await using var rows = await select.ExecuteReaderAsync(ct);
        var columns = Enumerable.Range(0, rows.FieldCount)
            .Select(at => Array.CreateInstance(rows.GetFieldType(at), RowsAtOnce)).ToList();
        var count = 0;
        while (await rows.ReadAsync(ct))
        {
            for (var at = 0; at < columns.Count; at++)
            {
                columns[at].SetValue(rows.GetValue(at), count);
            }

            if (++count == RowsAtOnce)
            {
                await InsertAsync(columns, count, ct);
                count = 0;
            }
        }

        await InsertAsync(columns, count, ct);
    }

    private async Task InsertAsync(List<Array> columns, int count, CancellationToken ct)
    {
        await using var insert = connection.CreateCommand();
        insert.CommandText = BenchSql.Text("Bench/postgres_insert.sql");
        for (var at = 0; at < columns.Count; at++)
        {
            var given = Array.CreateInstance(columns[at].GetType().GetElementType()!, count);
            Array.Copy(columns[at], given, count);
            BenchSql.Bind(insert, string.Create(CultureInfo.InvariantCulture, $"c{at}"), given);
        }

        await insert.ExecuteNonQueryAsync(ct);
    }
}
