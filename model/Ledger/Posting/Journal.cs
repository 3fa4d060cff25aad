namespace Analytics.Ledger.Posting;

/// <summary>The only writer of the book.</summary>
public sealed class Journal : IAsyncDisposable
{
    public static Task<Journal> OpenAsync(Book book, TimeProvider clock, CancellationToken ct) =>
        throw new NotSupportedException();

    public static Task<PostResult> PostAsync(Submission submission, CancellationToken ct) =>
        throw new NotSupportedException();

    public static Task<IReadOnlyList<PostResult>> PostAsync(IReadOnlyList<Submission> batch, CancellationToken ct) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
