using System.Data.Common;
using Analytics.Model;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Ledger;

/// <summary>The book of one company, migrated to this program's version: a SQLite file, or a schema of a PostgreSQL
/// database.</summary>
/// <remarks>Readers and the writer do not wait for each other on either; every commit is synced to disk before it is
/// answered.</remarks>
public sealed class Book : IAsyncDisposable
{
    private const int SqliteNotADatabase = 26;

    private readonly string sqlite = "";
    private readonly NpgsqlDataSource? postgres;

    private Book(string place, BusinessDay day)
    {
        Day = day;
        if (BookPlace.IsPostgres(place))
        {
            var settings = BookPlace.Postgres(place);
            Name = BookPlace.Name(settings);
            postgres = NpgsqlDataSource.Create(settings);
            return;
        }

        Name = place;
        sqlite = new SqliteConnectionStringBuilder { DataSource = place, Pooling = false }.ToString();
    }

    /// <summary>The file, or host, database and schema: for messages.</summary>
    public string Name { get; }

    public BusinessDay Day { get; }

    /// <summary>Opens or creates the book.</summary>
    /// <param name="place">A file's path, or a PostgreSQL connection string (<c>Host=…;Database=…;Search Path=…</c> or
    /// <c>postgres://…</c>). A schema that is missing is created.</param>
    /// <param name="day">How the company's business day runs.</param>
    /// <param name="ct">Stops; nothing is created then.</param>
    /// <exception cref="InvalidDataException">There is no book and none can be made, or it is one of a newer version:
    /// one line saying what to do.</exception>
    public static async Task<Book> OpenAsync(string place, BusinessDay day, CancellationToken ct)
    {
        var book = new Book(place, day);
        try
        {
            await book.MigrateAsync(ct);
            return book;
        }
        catch
        {
            await book.DisposeAsync();
            throw;
        }
    }

    /// <summary>One consistent view of the book as it is now, on a connection of its own.</summary>
    public async Task<BookReader> ReadAsync(CancellationToken ct) => await BookReader.OpenAsync(this, ct);

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }

    internal async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        if (postgres is not null)
        {
            return await postgres.OpenConnectionAsync(ct);
        }

        var connection = new SqliteConnection(sqlite);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = LedgerSql.Command(connection, null, "sql/open.sql");
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await ConnectAsync(ct);
            await Migrations.ApplyAsync(connection, Name, ct);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SqliteNotADatabase)
        {
            throw new InvalidDataException(
                $"{Name} is not a book: restore it from a backup or name another data folder");
        }
        catch (NpgsqlException fault) when (IsUnreachable(fault))
        {
            throw new InvalidDataException(
                $"{Name} cannot be opened ({fault.Message.ReplaceLineEndings(" ")}): check that PostgreSQL runs there, "
                + "and user, password and database of the connection string");
        }
    }

    /// <summary>No server, no such user, password or database; and not what the server says of a statement.</summary>
    private static bool IsUnreachable(NpgsqlException fault) =>
        fault is not PostgresException { SqlState: var state }
        || state.StartsWith("28", StringComparison.Ordinal)
        || state.StartsWith("3D", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal);
}
