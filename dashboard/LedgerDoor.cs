using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Dashboard;

/// <summary>The book behind the API: opened when it is first needed, with one Journal for the whole process. Whoever
/// makes it disposes of it, after the server has stopped.</summary>
/// <param name="find">Opens the company's book; null while there is none.</param>
/// <param name="make">Opens it, and makes it where there is none: the first posting may begin the book.</param>
/// <param name="clock">Of the moment that entries are recorded.</param>
public sealed class LedgerDoor(
    Func<CancellationToken, Task<Book?>> find, Func<CancellationToken, Task<Book>> make, TimeProvider clock)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private Book? book;
    private Journal? journal;

    /// <summary>The book; null while there is none.</summary>
    public async Task<Book?> BookAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return book ??= await find(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The process's one Journal.</summary>
    public async Task<Journal> JournalAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            book ??= await make(ct);
            return journal ??= await Journal.OpenAsync(book, clock, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Posts what was handed in, then lets go of the book.</summary>
    public async ValueTask DisposeAsync()
    {
        if (journal is not null)
        {
            await journal.DisposeAsync();
        }

        if (book is not null)
        {
            await book.DisposeAsync();
        }

        gate.Dispose();
    }
}
