using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Star;
using Microsoft.Data.Sqlite;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>A data folder with a posted book, for one test.</summary>
internal sealed class CompanyFolder : IAsyncDisposable
{
    private readonly TempFolder temp;

    private CompanyFolder(TempFolder temp, Book book)
    {
        this.temp = temp;
        Book = book;
        Star = new StarFolder(temp.File("star"));
    }

    public Book Book { get; }

    public StarFolder Star { get; }

    public string FullPath => temp.FullPath;

    public string File(params string[] parts) => temp.File(parts);

    public static async Task<CompanyFolder> CreateAsync(int documents, int seed = 1)
    {
        var temp = new TempFolder();
        var book = await Book.OpenAsync(temp.File("ledger.db"), BusinessDay.Shanghai, default);
        var folder = new CompanyFolder(temp, book);
        if (documents > 0)
        {
            await new SampleBook(seed).PostAsync(book, documents, TimeProvider.System);
        }

        return folder;
    }

    public Task<SnapshotOutcome> SnapshotAsync(SnapshotOptions? options = null, CancellationToken ct = default) =>
        new Snapshot(options ?? new()).RunAsync(Book, Star, TimeProvider.System, null, ct);

    /// <summary>Posts one more document.</summary>
    public async Task PostMoreAsync()
    {
        await using var journal = await Ledger.Posting.Journal.OpenAsync(Book, TimeProvider.System, default);
        var result = await journal.PostAsync(
            new Document(DocumentKind.Sale, "NEW" + Guid.NewGuid(), new(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(8)))
            {
                StoreCode = "S1",
                Lines = [new DocumentLine("P001", Qty.Round(1), Money.Round(10))],
            },
            default);
        result.Should().BeOfType<Ledger.Posting.PostResult.Posted>();
    }

    /// <summary>Posts orders and what follows them.</summary>
    public async Task TradeAsync(int batches)
    {
        await using var journal = await Ledger.Posting.Journal.OpenAsync(Book, TimeProvider.System, default);
        foreach (var batch in new RoughTrade(1).Batches(batches))
        {
            await journal.PostAsync(batch, default);
        }
    }

    /// <summary>Changes the book behind the Journal's back.</summary>
    public async Task ChangeBookAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File("ledger.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        (await command.ExecuteNonQueryAsync()).Should().BePositive();
    }

    public StarReaders Readers() => new(Star, new() { WarmUp = false });

    public async ValueTask DisposeAsync()
    {
        await Book.DisposeAsync();
        temp.Dispose();
    }
}
