using Analytics.Fixtures;
using Analytics.Ingest.Foreign;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>A data folder that is fed by a foreign database.</summary>
internal sealed class ForeignDesk : IDisposable
{
    private readonly TempFolder folder = new();

    public ForeignDesk(ForeignSettings settings)
    {
        Star = new StarFolder(folder.File("star"));
        Place = new ForeignPlace(settings, folder.File("sources"), folder.File("quarantine"), BusinessDay.Shanghai);
        History = new SnapshotHistory(folder.File("logs", "snapshots.jsonl"));
    }

    public StarFolder Star { get; }

    public ForeignPlace Place { get; }

    public SnapshotHistory History { get; }

    /// <summary>Gives the company a mapping of its own.</summary>
    public void Map(string table, string sql)
    {
        var path = Directory.CreateDirectory(Path.Combine(Place.OwnMappings, Place.Settings.Name)).FullName;
        File.WriteAllText(Path.Combine(path, table + ".sql"), sql);
    }

    /// <summary>Takes the shipped mapping as the company's own, to be edited.</summary>
    public void CopyShipped(Func<string, string, string>? edit = null)
    {
        var files = new SqlFiles(typeof(ForeignSnapshot).Assembly);
        foreach (var file in files.Under($"sources/{Place.Settings.Name}/"))
        {
            Map(file.Name, edit?.Invoke(file.Name, file.Text) ?? file.Text);
        }
    }

    /// <summary>Takes the shipped mapping as the company's own, but for some tables and their sums.</summary>
    public void CopyShippedWithout(IReadOnlyCollection<string> tables, string measures)
    {
        CopyShipped((table, sql) => table == "control"
            ? $"select document_id, measure, total from ({sql.TrimEnd().TrimEnd(';')}) as summed "
                + $"where not ({measures})"
            : sql);
        foreach (var table in tables)
        {
            File.Delete(Path.Combine(Place.OwnMappings, Place.Settings.Name, table + ".sql"));
        }
    }

    public Task<SnapshotOutcome> SnapshotAsync(SnapshotOptions? options = null) =>
        new ForeignSnapshot((options ?? new()) with { History = History })
            .RunAsync(Place, Star, TimeProvider.System, null, default);

    public async Task<SnapshotOutcome.Published> PublishAsync() =>
        Snapshots.SnapshotTests.Published(await SnapshotAsync());

    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var readers = new StarReaders(Star, new());
        await using var lease = await readers.RentAsync(null, default);
        await using var use = lease.Connection.CreateCommand();
        use.CommandText = $"use {lease.Schema}";
        await use.ExecuteNonQueryAsync();
        return [.. (await Query.RowsAsync(lease.Connection, sql)).Select(row => string.Join('|', row))];
    }

    /// <summary>The cells of the quarantine's rows, without the head; empty where there is no file.</summary>
    public IReadOnlyList<string[]> Quarantined() => File.Exists(Place.QuarantineFile)
        ? [.. Import.NaiveCsv.Read(File.ReadAllText(Place.QuarantineFile)).Skip(1)]
        : [];

    public void Dispose() => folder.Dispose();
}
