using System.Data.Common;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>A book made for a bench, and how to work on it; disposed, it is removed.</summary>
/// <param name="book">Disposed with this.</param>
/// <param name="place">Its file, or its connection string.</param>
/// <param name="schema">On PostgreSQL, the schema it has to itself.</param>
internal sealed class BenchBook(Book book, string place, string? schema) : IAsyncDisposable
{
    public Book Book { get; } = book;

    public string Engine => IsPostgres ? "PostgreSQL" : "SQLite";

    public bool IsPostgres => schema is not null;

    /// <summary>A connection to the same engine and disk, for what is measured beside the book.</summary>
    public async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        await using var view = await Book.ReadAsync(ct);
        var connection = DbProviderFactories.GetFactory(view.Connection)!.CreateConnection()!;
        connection.ConnectionString = IsPostgres ? place : $"Data Source={place}.plain;Pooling=False";
        await connection.OpenAsync(ct);
        return connection;
    }

    public async Task<long> SizeAsync(CancellationToken ct)
    {
        await using var view = await Book.ReadAsync(ct);
        return await view.SizeAsync(ct);
    }

    /// <summary>Posts what must not be refused.</summary>
    public static async Task PostAsync(
        Journal journal, IReadOnlyList<Submission> submissions, CancellationToken ct)
    {
        foreach (var result in await journal.PostAsync(submissions, ct))
        {
            if (result is not PostResult.Posted)
            {
                throw new InvalidDataException($"the bench's own document was refused: {result}");
            }
        }
    }

    /// <summary>Also after the bench was stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            await using var connection = await ConnectAsync(CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = BenchSql.Text("Bench/drop_schema.sql")
                .Replace("{schema}", schema, StringComparison.Ordinal);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }

        await Book.DisposeAsync();
        if (!IsPostgres)
        {
            foreach (var file in Directory.EnumerateFiles(
                Path.GetDirectoryName(place)!, Path.GetFileName(place) + "*"))
            {
                File.Delete(file);
            }
        }
    }
}
