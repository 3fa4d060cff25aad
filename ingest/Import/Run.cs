using System.Globalization;
using System.Threading.Channels;
using Analytics.Ingest.Import.Drafts;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Posting;
using Analytics.Ingest.Import.Reading;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import;

/// <summary>One import under way; see <see cref="Importer"/>.</summary>
internal sealed class Run(
    ImportRequest request, IPlan plan, string path, string temp, IProgress<ImportProgress>? progress)
{
    private const int MaxWaiting = 2;

    private readonly MasterBook masters = new();

    /// <summary>A moment as names of files have it.</summary>
    public static string Stamp(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public async Task<ImportResult> GoAsync(
        Func<IReadOnlyList<Submission>, CancellationToken, Task<IReadOnlyList<PostResult>>> post,
        BusinessDay day,
        TimeProvider clock,
        CancellationToken ct)
    {
        using var rows = new Ordered(plan, path, temp);
        var found = await Task.Run(() => rows.Look(ReportChecked, ct), ct);
        if (found.Rows == 0)
        {
            throw new SourceException("只有表头，没有数据行；请重新导出", "there is a head but no rows: export it again");
        }

        using var rejects = new RejectFile(
            request.RejectFolder, path, request.Stamp ?? Stamp(clock.GetUtcNow(), day.Zone),
            request.Mapping?.File.Source ?? new SourceSpec(), rows.Header);
        var poster = new Poster(request.IsDryRun ? null : post, masters, rejects);
        var reader = new DraftReader(plan) { Apart = found.Apart };
        await PipeAsync(reader, rows, poster, found.Rows, ct);
        return new ImportResult(
            request.Mapping?.Name ?? "template", path, request.IsDryRun, reader.RowsRead, reader.RowsPassedOver)
        {
            Counts = poster.Counts,
            Warnings = [.. masters.Warnings()],
            RejectFile = rejects.Complete(isAgain: request.Stamp is not null),
        };
    }

    /// <summary>Reads on one thread and posts on another; the one that fails stops the other.</summary>
    private async Task PipeAsync(DraftReader reader, Ordered rows, Poster poster, long total, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waiting = Channel.CreateBounded<Batch>(MaxWaiting);
        var reading = Task.Run(() => ReadAsync(reader, rows, waiting.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in waiting.Reader.ReadAllAsync(ct))
            {
                await poster.PostAsync(batch, ct);
                progress?.Report(new ImportProgress(false, batch.RowsRead, total) { Counts = poster.Counts });
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(DraftReader reader, Ordered rows, ChannelWriter<Batch> waiting, CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            var source = Path.GetFileName(path);
            var batch = new Batch();
            foreach (var draft in reader.Read(() => rows.Next(ct)))
            {
                if (draft.IsGood)
                {
                    draft.Masters.Where(masters.IsNew).ToList().ForEach(batch.Add);
                }

                batch.Add(draft, source);
                if (batch.IsFull)
                {
                    batch.RowsRead = reader.RowsRead;
                    await waiting.WriteAsync(batch, ct);
                    batch = new Batch();
                }
            }

            batch.RowsRead = reader.RowsRead;
            await waiting.WriteAsync(batch, ct);
        }
        catch (Exception wrong)
        {
            failure = wrong;
        }

        // The posting side meets the failure where the rows end, and passes it on.
        waiting.Complete(failure);
    }

    private void ReportChecked(long rows) => progress?.Report(new ImportProgress(true, rows, 0));
}
