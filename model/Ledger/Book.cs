using System.Data.Common;
using Analytics.Model;
using Microsoft.Data.Sqlite;

namespace Analytics.Ledger;

/// <summary>The book of one company: <c>ledger.db</c>, migrated to this program's version.</summary>
/// <remarks>WAL, so that readers and the writer do not wait for each other; every commit is synced to disk before it is
/// answered (<c>synchronous=full</c>).</remarks>
public sealed class Book : IAsyncDisposable
{
    private readonly string connectionString;

    private Book(string path, BusinessDay day)
    {
        FilePath = path;
        Day = day;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
    }

    public string FilePath { get; }

    public BusinessDay Day { get; }

    /// <summary>Opens or creates the book.</summary>
    /// <exception cref="InvalidDataException">The file is no book, or one of a newer version: one line saying what to
    /// do.</exception>
    public static async Task<Book> OpenAsync(string path, BusinessDay day, CancellationToken ct)
    {
        var book = new Book(path, day);
        try
        {
            await using var connection = await book.ConnectAsync(ct);
            await Migrations.ApplyAsync(connection, path, ct);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SqliteNotADatabase)
        {
            throw new InvalidDataException(
                $"{path} is not a book: restore it from a backup or name another data folder");
        }

        return book;
    }

    /// <summary>One consistent view of the book as it is now, on a connection of its own.</summary>
    public async Task<BookReader> ReadAsync(CancellationToken ct) =>
        await BookReader.OpenAsync(await ConnectAsync(ct), ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = LedgerSql.Text("sql/open.sql");
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private const int SqliteNotADatabase = 26;
}
