using System.Data;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>One connection of a Journal to the book, and what it remembers over it. After a fault another takes its
/// place: what this one remembers may not be what stands in the book.</summary>
internal sealed class PostingSession : IAsyncDisposable
{
    private const string HurryFile = "hurry";

    private readonly LedgerDb db;

    private PostingSession(LedgerDb db, BusinessDay day, long blockSize)
    {
        this.db = db;
        Tables = new StateTables(db.Connected);
        Writer = new EntryWriter(db);
        State = new State(db, Tables, Writer, day, blockSize);
    }

    public StateTables Tables { get; }

    public EntryWriter Writer { get; }

    public State State { get; }

    /// <summary>Whether the database is still at the other end, as far as is known.</summary>
    public bool IsConnected => db.Connected.State == ConnectionState.Open;

    public static async Task<PostingSession> OpenAsync(Book book, long blockSize) =>
        new(new LedgerDb(await book.ConnectAsync(CancellationToken.None)), book.Day, blockSize);

    /// <summary>Begins a group: from here on the head is this process's until the transaction ends.</summary>
    public (PostingTransaction Transaction, (long Seq, string Hash) Head) Begin()
    {
        var transaction = new PostingTransaction(db.BeginPosting(), Tables);
        try
        {
            Tables.Transaction = db.Transaction!;
            return (transaction, Tables.Head());
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <summary>From here on nothing is synced to disk: for books that are made to be thrown away.</summary>
    public async Task HurryAsync()
    {
        await using var command = LedgerSql.Command(db.Connected, null, $"sql/{HurryFile}.sql");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Tables.Dispose();
        db.DropInserts();
        await db.DisposeAsync();
    }
}
