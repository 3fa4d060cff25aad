using System.Data.Common;
using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Host.Bench;

/// <summary>Where the books of a bench lie: in files of a folder that is deleted afterwards, or in schemas of their own
/// in a PostgreSQL database, dropped when a book is done with.</summary>
internal sealed class BenchPlace(string folder, string? database)
{
    public string Engine => database is null ? "SQLite" : "PostgreSQL";

    public bool IsPostgres => database is not null;

    /// <summary>Makes a book, gives it to <paramref name="use"/>, and removes it.</summary>
    public async Task<T> WithBookAsync<T>(Func<BenchBook, Task<T>> use, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{Guid.NewGuid():N}");
        var place = database is null ? Path.Combine(folder, name + ".db") : BookPlace.InSchema(database, name);
        try
        {
            await using var book = await Book.OpenAsync(place, BusinessDay.Shanghai, ct);
            try
            {
                return await use(new BenchBook(this, book, place));
            }
            finally
            {
                await DropAsync(book, place, name);
            }
        }
        finally
        {
            Delete(name);
        }
    }

    /// <summary>A connection to the same engine and disk, for what is measured beside a book.</summary>
    public async Task<DbConnection> ConnectAsync(Book book, string place, CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        var connection = DbProviderFactories.GetFactory(view.Connection)!.CreateConnection()!;
        connection.ConnectionString = IsPostgres ? place : $"Data Source={place}.plain;Pooling=False";
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>Also after the bench was stopped.</summary>
    private async Task DropAsync(Book book, string place, string schema)
    {
        if (IsPostgres)
        {
            await using var connection = await ConnectAsync(book, place, CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = BenchSql.Text("Bench/drop_schema.sql")
                .Replace("{schema}", schema, StringComparison.Ordinal);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private void Delete(string name)
    {
        foreach (var file in Directory.EnumerateFiles(folder, name + "*"))
        {
            File.Delete(file);
        }
    }
}
