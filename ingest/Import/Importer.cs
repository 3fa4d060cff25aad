using Analytics.Ingest.Import.Drafts;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Reading;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import;

/// <summary>Imports a CSV or XLSX file as documents, by a mapping or as a template.</summary>
/// <remarks>1. The file is looked through once: readable to its end? which documents come back later? 2. Rows are
/// grouped into documents, in order (sorted on disk first, where the mapping says so). 3. Batches are posted while
/// the next ones are read; two at most wait. Memory does not grow with the file. A document is posted whole or its
/// rows go to the reject file. Stopped at any moment, what was posted stays posted, and importing again goes on from
/// there.</remarks>
/// <param name="post">Hands a batch to the book; each submission is accepted or refused by itself, in order.</param>
/// <param name="day">When a business day begins.</param>
/// <param name="clock">Names the reject file.</param>
public sealed class Importer(
    Func<IReadOnlyList<Submission>, CancellationToken, Task<IReadOnlyList<PostResult>>> post,
    BusinessDay day,
    TimeProvider clock)
{
    public async Task<ImportOutcome> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var path = PathOf(request);
        using var scratch = new ScratchFolder(request.TempFolder);
        var temp = scratch.FullPath;
        try
        {
            var plan = await Task.Run<IPlan>(
                () => request.Mapping is { File: var file } ? Bind(file, path, temp, ct) : Bind(path, temp, ct), ct);
            var run = new Run(request, plan, path, temp, progress);
            return new ImportOutcome.Finished(await run.GoAsync(post, day, clock, ct));
        }
        catch (SourceException refused)
        {
            return new ImportOutcome.Refused(refused.Words.At(Path.GetFileName(path)));
        }
    }

    private static string PathOf(ImportRequest request) =>
        Directory.Exists(request.Path) && request.Mapping?.File.Source.File is { Length: > 0 } name
            ? Path.Combine(request.Path, name)
            : request.Path;

    private Plan Bind(MappingFile file, string path, string temp, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        using var rows = SourceFile.Open(path, file.Source, temp, ct);
        return Plan.Bind(file, rows.Header, join => Related(folder, join, file.Source, temp, ct), day);
    }

    private TemplatePlan Bind(string path, string temp, CancellationToken ct)
    {
        var source = SourceSpec.Of(path);
        using var rows = SourceFile.Open(path, source, temp, ct);
        return new TemplatePlan(TemplateHead.Of(rows.Header), source, day);
    }

    /// <summary>A related file is written as the source is.</summary>
    private static IRowReader Related(
        string folder, JoinSpec join, SourceSpec source, string temp, CancellationToken ct)
    {
        try
        {
            return SourceFile.Open(
                Path.Combine(folder, join.File), source with { Unquoted = join.Unquoted }, temp, ct);
        }
        catch (SourceException refused)
        {
            throw new SourceException(refused.Words.At(join.File));
        }
    }
}
