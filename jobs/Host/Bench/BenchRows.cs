using System.Runtime.CompilerServices;

namespace Analytics.Host.Bench;

/// <summary>All rows in their order: the book on each engine, then what is made of it.</summary>
internal static class BenchRows
{
    public static async IAsyncEnumerable<BenchRow> AllAsync(
        DataFolder folder, BenchOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        BenchPlace[] places = options.Ledger is null
            ? [new BenchPlace(folder.FullPath, null)]
            : [new BenchPlace(folder.FullPath, null), new BenchPlace(folder.FullPath, options.Ledger)];
        foreach (var place in places)
        {
            foreach (var row in await BookAsync(place, options, ct))
            {
                yield return row;
            }
        }

        await using var book = await folder.OpenBookAsync(ct);
        yield return await DemoBench.RunAsync(book, options.Lines, ct);
        IEnumerable<BenchRow> made =
        [
            .. await new SnapshotBench(book, folder.Star).RunAsync(ct),
            .. await new ReportBench(folder, book).RunAsync(ct),
        ];
        foreach (var row in made)
        {
            yield return row;
        }
    }

    private static async Task<IReadOnlyList<BenchRow>> BookAsync(
        BenchPlace place, BenchOptions options, CancellationToken ct)
    {
        var empty = await new FillBench(place).RunAsync(0, isVerified: false, ct);
        var again = await place.WithBookAsync(book => new LedgerBench(book, options.Movements).RunAsync(ct), ct);
        var kinds = await place.WithBookAsync(book => new KindBench(book).RunAsync(ct), ct);
        return options.FillGigabytes == 0
            ? [.. empty, .. again, .. kinds]
            : [.. empty, .. again, .. kinds,
                .. await new FillBench(place).RunAsync(options.FillGigabytes, options.IsFilledVerified, ct)];
    }
}
