using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Import;

/// <summary>A book on disk, and what it took: every submission that it posted, in order.</summary>
/// <param name="path">Where the book lies; made with the first batch.</param>
internal sealed class RecordedBook(string path) : IDisposable
{
    private Book? book;
    private Journal? journal;

    public List<Submission> Posted { get; } = [];

    public IEnumerable<Document> Documents => Posted.OfType<Document>();

    /// <summary>Takes everything and keeps nothing, for files that are about memory.</summary>
    public bool IsForgetful { get; set; }

    public async Task<IReadOnlyList<PostResult>> PostAsync(IReadOnlyList<Submission> batch, CancellationToken ct)
    {
        if (IsForgetful)
        {
            return [.. batch.Select(_ => new PostResult.Posted(1))];
        }

        book ??= await Book.OpenAsync(path, BusinessDay.Shanghai, ct);
        journal ??= await Journal.OpenAsync(book, TimeProvider.System, ct);
        var results = await journal.PostAsync(batch, ct);
        Posted.AddRange(batch.Where((_, n) => results[n] is PostResult.Posted));
        return results;
    }

    public void Dispose()
    {
        journal?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        book?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
