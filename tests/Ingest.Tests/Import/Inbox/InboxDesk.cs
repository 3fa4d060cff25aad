using Analytics.Fixtures;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Inbox;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Tests.Import.Inbox;

/// <summary>A data folder with an inbox, the small mapping and a book.</summary>
internal sealed class InboxDesk : IDisposable
{
    private static readonly DateTime Written = new(2026, 11, 20, 1, 2, 3, DateTimeKind.Utc);

    private readonly TempFolder folder = new();

    public InboxDesk()
    {
        Book = new RecordedBook(folder.File("ledger.db"));
        Folders = new InboxFolders(folder.File("inbox"), folder.File("quarantine"), folder.File("tmp"));
        Directory.CreateDirectory(Folders.Inbox);
        Directory.CreateDirectory(folder.File("sources"));
        foreach (var format in (string[])["csv", "xlsx", "parquet"])
        {
            var map = ImportDesk.SmallMap.Replace("\"small\"", $"\"small_{format}\"", StringComparison.Ordinal)
                .Replace("\"source\": {}", $$""" "source": { "format": "{{format}}" }""",
                    StringComparison.Ordinal);
            File.WriteAllText(folder.File("sources", format + ".map.json"), map);
        }
    }

    public RecordedBook Book { get; }

    public InboxFolders Folders { get; }

    public List<InboxRun> Told { get; } = [];

    public InboxHistory History => new(folder.File("logs", "inbox.jsonl"));

    public string FullPath => folder.FullPath;

    public DropBox Box(Action<string>? atStep = null, TimeProvider? clock = null) => new(
        Folders, MappingCatalog.Load(folder.File("sources")), History, clock ?? TimeProvider.System)
    {
        AtStep = atStep,
    };

    public async Task<bool> TakeAsync(DropBox? box = null)
    {
        var importer = new Importer(Book.PostAsync, BusinessDay.Shanghai, TimeProvider.System);
        return await (box ?? Box()).TakeAsync(importer, BusinessDay.Shanghai, new Listener(Told), default);
    }

    public string Drop(string name, params string[] rows) =>
        DropText(name, $"{ImportDesk.Head}\n{string.Join('\n', rows)}\n");

    public string DropText(string name, string text)
    {
        var path = Path.Combine(Folders.Inbox, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, Written);
        return path;
    }

    public string DropWorkbook(string name, params string[] rows)
    {
        var path = Path.Combine(Folders.Inbox, name);
        var cells = rows.Prepend(ImportDesk.Head).Select(row => row.Split(',')).ToList();
        Workbook.Write(path, cells, "date", "yyyy-MM-dd");
        File.SetLastWriteTimeUtc(path, Written);
        return path;
    }

    /// <summary>Writes what a query gives as a Parquet file, by the engine of the star.</summary>
    public async Task<string> DropParquetAsync(string name, string query)
    {
        var path = Path.Combine(Folders.Inbox, name);
        await using var build = await StarBuild.StartAsync(
            new StarFolder(folder.File("star")), new(), TimeProvider.System, default);
        await build.Session.ExecuteAsync($"copy ({query}) to '{path}' (format parquet)", default);
        File.SetLastWriteTimeUtc(path, Written);
        return path;
    }

    public IReadOnlyList<string> In(string folderPath) => Directory.Exists(folderPath)
        ? [.. Directory.EnumerateFileSystemEntries(folderPath).Select(path => Path.GetFileName(path)!)
            .Where(name => name != "done").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What the documents say, whatever file they came by.</summary>
    public IReadOnlyList<string> Posted() =>
    [
        .. Book.Documents.Select(document => string.Join(' ',
            [
                document.DocumentNo, document.BusinessAt.ToString("O"),
                .. document.Lines.Select(line => $"{line.ItemCode}:{line.Quantity}:{line.NetAmount}"),
            ])),
    ];

    public void Dispose()
    {
        Book.Dispose();
        folder.Dispose();
    }

    private sealed class Listener(List<InboxRun> told) : IProgress<InboxRun>
    {
        public void Report(InboxRun value) => told.Add(value);
    }
}
