using System.Text;
using Analytics.Fixtures;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import;

/// <summary>A folder with files to import, and a book to import them into.</summary>
internal sealed class ImportDesk : IDisposable
{
    public const string Head = "no,date,store,item,qty,amount";

    public const string SmallMap = """
        {
          "name": "small",
          "source": {},
          "document": {
            "kind": "'sale'",
            "document_no": "no",
            "date": { "value": "date", "formats": ["yyyy-MM-dd"] },
            "store": "store"
          },
          "lines": { "item": "item", "qty": "qty", "net_amount": "amount" },
          "masters": {
            "stores": [{ "code": "'S1'", "name": "'一店'" }],
            "categories": [{ "code": "'C'", "name": "'百货'" }],
            "items": [{ "code": "item", "name": "item", "category": "'C'" }]
          }
        }
        """;

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly TempFolder folder = new();

    public ImportDesk() => Book = new RecordedBook(this.folder.File("ledger.db"));

    public RecordedBook Book { get; }

    public string RejectFolder => this.folder.File("rejects");

    public string TempFolder => this.folder.File("tmp");

    public string Write(string name, string text, Encoding? encoding = null)
    {
        var path = this.folder.File(name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = this.folder.File(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A source of the small mapping: its head and these rows.</summary>
    public string Rows(params string[] rows) => Write("rows.csv", Head + "\n" + string.Join("\n", rows) + "\n");

    public static Mapping Map(string json)
    {
        var errors = new List<string>();
        var mapping = MappingReader.Read("test.map.json", Encoding.UTF8.GetBytes(json), errors);
        errors.Should().BeEmpty();
        return mapping!;
    }

    public static Mapping Small(params (string Old, string New)[] changes) =>
        Map(changes.Aggregate(SmallMap, (json, change) =>
        {
            json.Should().Contain(change.Old);
            return json.Replace(change.Old, change.New, StringComparison.Ordinal);
        }));

    public static Mapping Shipped(string name) => MappingCatalog.Load().Mappings.Single(map => map.Name == name);

    public Task<ImportOutcome> RunAsync(
        string path,
        Mapping? mapping,
        bool isDryRun = false,
        IProgress<ImportProgress>? progress = null,
        CancellationToken ct = default) =>
        new Importer(Book.PostAsync, BusinessDay.Shanghai, new Demo.StoppedClock(Noon)).RunAsync(
            new ImportRequest(path, mapping, RejectFolder, TempFolder) { IsDryRun = isDryRun }, progress, ct);

    public async Task<ImportResult> FinishAsync(string path, Mapping? mapping = null, bool isDryRun = false)
    {
        var outcome = await RunAsync(path, mapping ?? Small(), isDryRun);
        return outcome.Should().BeOfType<ImportOutcome.Finished>(outcome.ToString()).Which.Result;
    }

    /// <summary>Imports a template, which needs no mapping.</summary>
    public Task<ImportOutcome> RunTemplateAsync(string path) => RunAsync(path, null);

    public async Task<ImportResult> FinishTemplateAsync(string path, bool isDryRun = false)
    {
        var outcome = await RunAsync(path, null, isDryRun);
        return outcome.Should().BeOfType<ImportOutcome.Finished>(outcome.ToString()).Which.Result;
    }

    public async Task<Words> RefuseAsync(string path, Mapping? mapping = null)
    {
        var outcome = await RunAsync(path, mapping ?? Small());
        Book.Posted.Should().BeEmpty();
        Leftovers().Should().BeEmpty();
        return outcome.Should().BeOfType<ImportOutcome.Refused>(outcome.ToString()).Which.Reason;
    }

    /// <summary>The reject file's rows after its head; empty where there is none.</summary>
    public static IReadOnlyList<string[]> Rejects(ImportResult result) => result.RejectFile is null
        ? []
        : [.. NaiveCsv.Read(File.ReadAllText(result.RejectFile)).Skip(1)];

    /// <summary>Files that an import left behind besides finished reject files.</summary>
    public IReadOnlyList<string> Leftovers() =>
    [
        .. new[] { TempFolder, RejectFolder }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
            .Where(path => !Path.GetFileName(path).Contains(".rejects.", StringComparison.Ordinal)),
    ];

    public void Dispose()
    {
        Book.Dispose();
        this.folder.Dispose();
    }
}
