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
            await foreach (var row in BookAsync(place, options, ct))
            {
                yield return row;
            }
        }

        await using var book = await folder.OpenBookAsync(ct);
        yield return await DemoBench.RunAsync(book, options.Lines, ct);
        foreach (var row in await new SnapshotBench(book, folder.Star).RunAsync(ct))
        {
            yield return row;
        }

        foreach (var row in await new ReportBench(folder, book).RunAsync(ct))
        {
            yield return row;
        }

        foreach (var row in await new ExportBench(folder.FullPath).RunAsync(ct))
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<BenchRow> BookAsync(
        BenchPlace place, BenchOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in new FillBench(place).EmptyAsync(ct))
        {
            yield return row;
        }

        await using (var book = await place.MakeBookAsync(ct))
        {
            yield return await new CostBench(book, options.Movements, book.Engine).RunAsync(ct);
            yield return await new VerifyBench(book.Book, book.Engine).RunAsync(ct);
        }

        await using (var book = await place.MakeBookAsync(ct))
        {
            foreach (var row in await new KindBench(book).RunAsync(ct))
            {
                yield return row;
            }
        }

        if (options.FillGigabytes > 0)
        {
            await foreach (var row in new FillBench(place).FilledAsync(options, ct))
            {
                yield return row;
            }
        }
    }
}
