using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Analytics.Ingest.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>Posting the demo company in batches, from sixteen callers and one at a time; beside SQLite's own insert and
/// commit rates on the same disk.</summary>
internal sealed class PostingBench(Book book, Journal journal, string tempFolder)
{
    private const int GroupSize = 512;
    private const int Callers = 16;
    private const int PlainRows = 400_000;

    public async Task<IReadOnlyList<BenchRow>> RunAsync(DemoCompany company, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var summary = await company.PostAsync(journal.PostAsync, null, ct);
        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        var (plain, commits) = await PlainAsync(ct);
        var rows = await CountAsync(ct);
        var pair = await PairAsync(ct);
        var many = await CallersAsync(pair, ct);
        var single = await SingleAsync(pair, ct);
        return
        [
            new("posting, batches, entry rows", rows / seconds, "rows/s", "SQLite plain inserts", plain, string.Create(
                CultureInfo.InvariantCulture, $"{summary.Documents:N0} documents, {summary.Documents / seconds:N0}/s")),
            new(
                "posting, 16 callers", many, "documents/s", "SQLite durable commits", commits,
                "2 lines each, each awaited"),
            new("posting, one at a time", single, "documents/s", "SQLite durable commits", commits, "2 lines each"),
        ];
    }

    /// <summary>Two items of a depot that the demo left with stock, as lines of a sale.</summary>
    private async Task<(string Store, DocumentLine[] Lines)> PairAsync(CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        await using var command = view.Command(BenchSql.Text("Bench/pair.sql"));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<DocumentLine>();
        var store = "";
        while (await reader.ReadAsync(ct))
        {
            store = reader.GetString(0);
            lines.Add(new DocumentLine(reader.GetString(1), Qty.Round(0.0001m), Money.Round(10)));
        }

        return (store, [.. lines]);
    }

    private async Task<double> CallersAsync((string Store, DocumentLine[] Lines) pair, CancellationToken ct)
    {
        const int Each = 500;
        var startedAt = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var n = 0; n < Each; n++)
            {
                await PostAsync(pair, $"BENCH-{caller}-{n}", ct);
            }
        }));
        return Callers * Each / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private async Task<double> SingleAsync((string Store, DocumentLine[] Lines) pair, CancellationToken ct)
    {
        const int Count = 1000;
        var startedAt = Stopwatch.GetTimestamp();
        for (var n = 0; n < Count; n++)
        {
            await PostAsync(pair, $"BENCH-{n}", ct);
        }

        return Count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private async Task PostAsync((string Store, DocumentLine[] Lines) pair, string number, CancellationToken ct)
    {
        var sale = new Document(DocumentKind.Sale, number, TimeProvider.System.GetUtcNow())
        {
            StoreCode = pair.Store, Lines = pair.Lines,
        };
        if (await journal.PostAsync(sale, ct) is not PostResult.Posted)
        {
            throw new InvalidDataException($"the bench's own sale {number} was refused");
        }
    }

    private async Task<long> CountAsync(CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        await using var command = view.Command(BenchSql.Text("Bench/entry_rows.sql"));
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Rows of a line's width into one table, in transactions of a group; and durable commits of one
    /// row.</summary>
    private async Task<(double Rows, double Commits)> PlainAsync(CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        await using var connection = DbProviderFactories.GetFactory(view.Connection)!.CreateConnection()!;
        connection.ConnectionString = $"Data Source={Path.Combine(tempFolder, "plain.db")};Pooling=False";
        await connection.OpenAsync(ct);
        await BenchSql.RunAsync(connection, "Bench/plain_create.sql", ct);
        await using var insert = connection.CreateCommand();
        insert.CommandText = BenchSql.Text("Bench/plain_insert.sql");
        var parameters = Enumerable.Range(0, 8).Select(at => Parameter(insert, at)).ToList();
        var rows = Time(PlainRows, GroupSize * 5);
        var commits = Time(500, 1);
        return (rows, commits);

        double Time(int count, int perTransaction)
        {
            var startedAt = Stopwatch.GetTimestamp();
            for (var n = 0; n < count;)
            {
                ct.ThrowIfCancellationRequested();
                using var transaction = connection.BeginTransaction();
                insert.Transaction = transaction;
                for (var end = Math.Min(n + perTransaction, count); n < end; n++)
                {
                    parameters.ForEach(parameter => parameter.Value = (long)n * 7919);
                    insert.ExecuteNonQuery();
                }

                transaction.Commit();
            }

            return count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        }
    }

    private static DbParameter Parameter(DbCommand command, int at)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@c{at}");
        command.Parameters.Add(parameter);
        return parameter;
    }
}
