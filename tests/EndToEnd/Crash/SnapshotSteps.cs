using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.EndToEnd.Crash;

/// <summary>A company whose snapshots are taken by a process of its own, which ends where it is told to.</summary>
internal sealed class SnapshotSteps(string data)
{
    private const string Snapper = "Analytics.Snapper.dll";

    public StarFolder Star { get; } = new(Path.Combine(data, "star"));

    private string Ledger => Path.Combine(data, "ledger.db");

    /// <summary>Of the many extracts, loads and audits one of each.</summary>
    public static IEnumerable<string> OneOfEachKind(IEnumerable<string> steps) =>
        steps.GroupBy(step => step.Split(' ')[0], (_, ofKind) => ofKind.ToList())
            .Select(ofKind => ofKind[ofKind.Count / 2]);

    public async Task PostAsync(int documents)
    {
        await using var book = await Book.OpenAsync(Ledger, BusinessDay.Shanghai, default);
        await new SampleBook(1).PostAsync(book, documents, TimeProvider.System);
    }

    public async Task PostMoreAsync()
    {
        await using var book = await Book.OpenAsync(Ledger, BusinessDay.Shanghai, default);
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
        var result = await journal.PostAsync(
            new Document(DocumentKind.Sale, "NEW" + Guid.NewGuid(), new(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(8)))
            {
                StoreCode = "S1",
                Lines = [new DocumentLine("P001", Qty.Round(1), Money.Round(10))],
            },
            default);
        result.Should().BeOfType<PostResult.Posted>();
    }

    /// <summary>Takes a snapshot to its end.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(string how)
    {
        using var child = await Child.RunAsync(Snapper, how, data);
        child.ShouldEndWith(0);
        return child.Lines;
    }

    /// <summary>Takes one that is killed at a step, or finds its disk full after it.</summary>
    public Task<Child> StopAsync(string how, string step, string stop) =>
        Child.RunAsync(Snapper, how, data, step, stop);

    public Child Watch() => new(Snapper, "read", data);

    /// <summary>What neither a generation nor the folder itself accounts for.</summary>
    public IEnumerable<string?> LeftOver()
    {
        var temp = Path.Combine(data, "tmp");
        return Directory.EnumerateFileSystemEntries(Star.FullPath)
            .Concat(Directory.Exists(temp) ? Directory.EnumerateFileSystemEntries(temp, "star-build*") : [])
            .Select(Path.GetFileName)
            .Where(name => name is not ("build.lock" or "current.json"))
            .Where(name => Star.Find(name!.Split('.')[0]) is null);
    }

    /// <summary>Every row that is served equals that of a whole build of the same book in a clean folder.</summary>
    public async Task EqualsACleanRunAsync()
    {
        using var clean = new TempFolder();
        await using (var book = await Book.OpenAsync(Ledger, BusinessDay.Shanghai, default))
        {
            var taken = await new Ingest.Snapshot().RunAsync(
                book, new StarFolder(clean.File("star")), TimeProvider.System, null, default);
            taken.Should().BeOfType<Ingest.SnapshotOutcome.Published>();
        }

        var (served, expected) = (await RowsAsync(Star), await RowsAsync(new StarFolder(clean.File("star"))));
        served.Should().HaveCount(StarSchema.Tables.Count);
        foreach (var (table, rows) in expected)
        {
            served[table].Should().Equal(rows, table);
        }
    }

    private static async Task<Dictionary<string, List<string>>> RowsAsync(StarFolder folder)
    {
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);
        var tables = new Dictionary<string, List<string>>();
        foreach (var table in StarSchema.Tables)
        {
            var rows = await Query.RowsAsync(
                lease.Connection, $"select * from {lease.Schema}.{table.Name} order by all");
            tables.Add(table.Name, [.. rows.Select(row => string.Join('|', row))]);
        }

        return tables;
    }
}
