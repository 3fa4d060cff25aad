using System.Data.Common;
using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>A book on either engine, with a star folder; both are removed afterwards. PostgreSQL is the one that
/// <c>ANALYTICS_TEST_POSTGRES</c> names, in a schema of its own.</summary>
internal sealed class BookAt : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ANALYTICS_TEST_POSTGRES");

    private readonly TempFolder temp;
    private readonly string? schema;

    private BookAt(TempFolder temp, string? schema, Book book)
    {
        (this.temp, this.schema, Book) = (temp, schema, book);
        Star = new StarFolder(temp.File("star"));
    }

    public Book Book { get; }

    public StarFolder Star { get; }

    public static async Task<BookAt> CreateAsync(bool isPostgres)
    {
        Skip.If(isPostgres && string.IsNullOrEmpty(Server), "ANALYTICS_TEST_POSTGRES names no PostgreSQL");
        var temp = new TempFolder();
        var schema = isPostgres ? "test_" + Guid.NewGuid().ToString("N") : null;
        var place = schema is null ? temp.File("ledger.db") : BookPlace.InSchema(Server!, schema);
        return new BookAt(temp, schema, await Book.OpenAsync(place, BusinessDay.Shanghai, default));
    }

    public async ValueTask DisposeAsync()
    {
        DbProviderFactory factory;
        await using (var view = await Book.ReadAsync(default))
        {
            factory = DbProviderFactories.GetFactory(view.Connection)!;
        }

        await Book.DisposeAsync();
        if (schema is not null)
        {
            await using var connection = factory.CreateConnection()!;
            connection.ConnectionString = Server!;
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"set client_min_messages = warning; drop schema if exists {schema} cascade";
            await command.ExecuteNonQueryAsync();
        }

        temp.Dispose();
    }
}
