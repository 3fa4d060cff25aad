using System.Runtime.CompilerServices;

namespace Analytics.Host.Bench;

/// <summary>All rows in their order: the book on each engine, then what is made of it.</summary>
internal static class BenchRows
{
    private const int DocumentsOfDay = 1000;

    public static async IAsyncEnumerable<BenchRow> AllAsync(
        DataFolder folder, BenchOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var part in BenchOptions.AllParts.Where(options.Parts.Contains))
        {
            // Each has a folder of its own, and its disk is given back before the next.
            var place = new DataFolder(Path.Combine(folder.FullPath, part));
            Directory.CreateDirectory(place.FullPath);
            await foreach (var row in PartAsync(part, place, options, ct))
            {
                yield return row;
            }

            Directory.Delete(place.FullPath, recursive: true);
        }
    }

    private static IAsyncEnumerable<BenchRow> PartAsync(
        string part, DataFolder folder, BenchOptions options, CancellationToken ct) => part switch
        {
            BenchOptions.Book => BooksAsync(folder, options, ct),
            BenchOptions.Demo => DemoAsync(folder, options, ct),
            BenchOptions.Filled => EachAsync(
                options.FilledLines > 0 ? new FilledBench(folder, options.FilledLines).RunAsync(ct) : null),
            BenchOptions.Star => EachAsync(
                options.StarLines > 0 ? new StarBench(folder, options.StarLines, options.Ledger).RunAsync(ct) : null),
            BenchOptions.Loyalty => EachAsync(
                Task.Run<IReadOnlyList<BenchRow>>(() => [.. LoyaltyBench.Run(options.Customers)], ct)),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no such part"),
        };

    private static async IAsyncEnumerable<BenchRow> EachAsync(Task<IReadOnlyList<BenchRow>>? rows)
    {
        foreach (var row in rows is null ? [] : await rows)
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<BenchRow> BooksAsync(
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
    }

    private static async IAsyncEnumerable<BenchRow> DemoAsync(
        DataFolder folder, BenchOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var book = await folder.OpenBookAsync(ct);
        yield return await DemoBench.RunAsync(book, options.Lines, ct);
        var day = BenchCompany.Opening().Concat(BenchCompany.Documents(0).Take(DocumentsOfDay));
        foreach (var row in await new SnapshotBench(folder, book, "demo").RunAsync(day, ct))
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
