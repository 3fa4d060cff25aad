using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Host.Bench;

/// <summary>Where the books of a bench lie: in files of a folder that is deleted afterwards, or in schemas of their own
/// in a PostgreSQL database, dropped when a book is done with.</summary>
internal sealed class BenchPlace(string folder, string? database)
{
    /// <summary>Makes a book, which is gone when it is disposed.</summary>
    public async Task<BenchBook> MakeBookAsync(CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{Guid.NewGuid():N}");
        var place = database is null ? Path.Combine(folder, name + ".db") : BookPlace.InSchema(database, name);
        var book = await Book.OpenAsync(place, BusinessDay.Shanghai, ct);
        return new BenchBook(book, place, database is null ? null : name);
    }
}
