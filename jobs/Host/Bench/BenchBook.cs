using System.Data.Common;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>A book made for a bench, and how to work on it.</summary>
internal sealed class BenchBook(BenchPlace at, Book book, string place)
{
    public Book Book { get; } = book;

    public string Engine => at.Engine;

    public bool IsPostgres => at.IsPostgres;

    public Task<DbConnection> ConnectAsync(CancellationToken ct) => at.ConnectAsync(Book, place, ct);

    public async Task<long> SizeAsync(CancellationToken ct)
    {
        await using var view = await Book.ReadAsync(ct);
        return await view.SizeAsync(ct);
    }

    /// <summary>Posts what must not be refused.</summary>
    public static async Task PostAsync(
        Journal journal, IReadOnlyList<Submission> submissions, CancellationToken ct)
    {
        foreach (var result in await journal.PostAsync(submissions, ct))
        {
            if (result is not PostResult.Posted)
            {
                throw new InvalidDataException($"the bench's own document was refused: {result}");
            }
        }
    }
}
