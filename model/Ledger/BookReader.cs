using System.Data;
using System.Data.Common;
using Analytics.Ledger.Tables;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Ledger;

/// <summary>One consistent view of the book: every query on <see cref="Connection"/> sees it as of <see cref="Seq"/>,
/// whatever is posted meanwhile.</summary>
public sealed class BookReader : IAsyncDisposable
{
    private const string SizeFile = "size";

    private readonly Book book;

    private BookReader(Book book, DbConnection connection, DbTransaction transaction)
    {
        this.book = book;
        Connection = connection;
        Transaction = transaction;
    }

    public DbConnection Connection { get; }

    /// <summary>When the company's days begin.</summary>
    public BusinessDay Day => book.Day;

    /// <summary>The last entry of the view; 0 in an empty book.</summary>
    public long Seq { get; private set; }

    /// <summary>The chain's hash at <see cref="Seq"/>; empty in an empty book.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The random id of the book, with which its chain begins; empty in an empty book.</summary>
    public string BookId { get; private set; } = "";

    /// <summary>When the last entry was recorded; the Unix epoch in an empty book.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    internal DbTransaction Transaction { get; }

    /// <summary>A command on the view; give it SQL of your own.</summary>
    public DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = sql;
        return command;
    }

    /// <summary>Whether the book is a SQLite file, which <see cref="Rows"/> reads.</summary>
    public bool IsFile => Connection is SqliteConnection;

    /// <summary>The rows of a query, past the provider, where the book is a SQLite file; null where it is not.
    /// </summary>
    public BookRows? Rows(string sql) =>
        Connection is SqliteConnection sqlite ? new BookRows(new SqliteRead(sqlite, sql)) : null;

    /// <summary>A view on a connection of its own, for another thread. It may know later entries: up to
    /// <see cref="Seq"/> of this view, entries are the same in both; what is not an entry need not be.</summary>
    public async Task<BookReader> BesideAsync(CancellationToken ct) => await OpenAsync(book, ct);

    /// <summary>Bytes of the book on its disk, about.</summary>
    public async Task<long> SizeAsync(CancellationToken ct)
    {
        await using var command = LedgerSql.Command(Connection, Transaction, $"sql/{SizeFile}.sql");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    internal static async Task<BookReader> OpenAsync(Book book, CancellationToken ct)
    {
        var connection = await book.ConnectAsync(ct);

        // ReadUncommitted is "begin deferred" on SQLite: it takes no write lock. The first query fixes the view on
        // either engine.
        var isolation = connection is NpgsqlConnection ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted;
        var transaction = await connection.BeginTransactionAsync(isolation, ct);
        var view = new BookReader(book, connection, transaction);
        try
        {
            await view.FixAsync(ct);
            return view;
        }
        catch
        {
            await view.DisposeAsync();
            throw;
        }
    }

    private async Task FixAsync(CancellationToken ct)
    {
        await using var command = Command(LedgerSql.Text("sql/head_view.sql"));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            throw new InvalidDataException("the book has lost its head row: restore it from a backup");
        }

        Seq = reader.GetInt64(0);
        Hash = reader.GetString(1);
        RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2));
        BookId = reader.GetString(3);
    }
}
