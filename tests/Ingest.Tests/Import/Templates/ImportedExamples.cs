using Analytics.Fixtures;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Reading;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>The examples of the API posted to one book, and the templates that are written of them imported into two
/// others: Chinese CSV, and English workbooks.</summary>
public sealed class ImportedExamples : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<IAsyncDisposable> open = [];
    private readonly List<Journal> journals = [];
    private readonly List<Book> books = [];

    /// <summary>What the API's example came to.</summary>
    public Dictionary<string, PostResult> Posted { get; } = [];

    /// <summary>What the template came to: as CSV, then as a workbook.</summary>
    public Dictionary<string, ImportResult[]> Imported { get; } = [];

    public async Task InitializeAsync()
    {
        for (var n = 0; n < 3; n++)
        {
            var book = await Book.OpenAsync(folder.File($"{n}.db"), BusinessDay.Shanghai, default);
            var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
            await journal.PostAsync(ApiExamples.MasterSubmissions, default);
            open.AddRange([journal, book]);
            books.Add(book);
            journals.Add(journal);
        }

        foreach (var kind in ApiExamples.Kinds)
        {
            Posted[kind] = await PostAsync(0, kind);
            Imported[kind] = [await ImportAsync(1, kind), await ImportAsync(2, kind)];
        }
    }

    /// <summary>Posts the API's example to a book.</summary>
    public Task<PostResult> PostAsync(int book, string kind) =>
        journals[book].PostAsync(ApiExamples.Of(ApiExamples.Json(kind), ApiExamples.TypeOf(kind)), default);

    /// <summary>Imports the template of a kind into a book: the second as CSV, the third as a workbook.</summary>
    public async Task<ImportResult> ImportAsync(int book, string kind)
    {
        var path = folder.File(kind + (book == 1 ? ".csv" : ".xlsx"));
        var template = Template.Find(kind)!;
        await using (var stream = File.Create(path))
        {
            await (book == 1
                ? template.WriteCsvAsync(stream, isChinese: true, BusinessDay.Shanghai)
                : template.WriteXlsxAsync(stream, isChinese: false, BusinessDay.Shanghai, default));
        }

        var importer = new Importer(journals[book].PostAsync, BusinessDay.Shanghai, TimeProvider.System);
        var outcome = await importer.RunAsync(
            new ImportRequest(path, null, folder.File("rejects"), folder.File("tmp")), null, default);
        return outcome.Should().BeOfType<ImportOutcome.Finished>(outcome.ToString()).Which.Result;
    }

    /// <summary>The document of a kind as a book has it, but for when and from where.</summary>
    public async Task<string> ViewAsync(int book, string kind)
    {
        var name = kind == "auto_allocation" ? "allocation" : kind;
        await using var view = await books[book].ReadAsync(default);
        var found = await DocumentReader.FindAsync(
            view, name, (string)ApiExamples.Json(kind)["document_no"]!, default);
        found.Should().NotBeNull();
        return ApiExamples.Text(found! with
        {
            Entry = null,
            Head = found.Head is null ? null : found.Head with { Source = "" },
            Adjustments = [.. found.Adjustments.Select(one => one with { RecordedAt = default })],
        });
    }

    public async Task DisposeAsync()
    {
        foreach (var one in open)
        {
            await one.DisposeAsync();
        }
    }

    public void Dispose() => folder.Dispose();
}
