using System.Globalization;
using Analytics.Ingest.Extract;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>The run: Ledger → staging → dimensions, facts, rollups → audits → a new generation that is
/// served.</summary>
/// <remarks>One view of the book is read throughout, so documents posted meanwhile wait for the next run. Until the
/// last step the old generation is served; cancelled, killed, red or failed, the run leaves it so.</remarks>
public sealed class Snapshot(SnapshotOptions options)
{
    /// <summary>Rows that were added lie in their own order behind the others; past these the file is written whole.
    /// </summary>
    private const double MostAdded = 0.05;

    private static readonly TimeSpan LongestUnsorted = TimeSpan.FromDays(7);

    public Snapshot() : this(new SnapshotOptions())
    {
    }

    /// <exception cref="StarException">What is published cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token stopped the run; nothing changed.</exception>
    public Task<SnapshotOutcome> RunAsync(
        Book book, StarFolder folder, TimeProvider clock, IProgress<SnapshotProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);

        // The engines' calls block: on a thread of their own they hold up no page.
        var steps = new SnapshotSteps(clock, progress, options.AtStep);
        var work = new SnapshotWork(options, folder, steps);
        return Task.Run(() => work.RecordedAsync(() => RunOnThisThreadAsync(book, folder, work, steps, ct), ct), ct);
    }

    private async Task<SnapshotOutcome> RunOnThisThreadAsync(
        Book book, StarFolder folder, SnapshotWork work, SnapshotSteps steps, CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        if (view.Seq == 0)
        {
            return new SnapshotOutcome.Refused(
                $"{book.Name} holds nothing yet, so there is nothing to publish; import or post documents first.");
        }

        var served = work.Served();
        if (work.Stands(served, view.Seq, view.Hash))
        {
            return new SnapshotOutcome.Unchanged(served!.Generation, served.Seq);
        }

        if ((work.Newer(served) ?? await work.NoSpaceAsync(served, () => view.SizeAsync(ct))) is { } line)
        {
            return new SnapshotOutcome.Refused(line);
        }

        if (await LostAsync(served, book, view, ct) is { } lost)
        {
            return new SnapshotOutcome.Refused(lost);
        }

        var onto = served is not null && File.Exists(folder.BasePath(served)) && work.IsOfThisProgram(served)
            && MayAdd(served, steps.Clock)
                ? served
                : null;
        return await work.BuildAsync(
            served, onto, build => FillAsync(build, onto?.Seq ?? 0, view, (work, steps), ct), ct);
    }

    /// <summary>Whether what was posted since may be added to a copy of what is served.</summary>
    private bool MayAdd(Manifest served, TimeProvider clock) =>
        !options.Full
        && served.FactRows > 0 && served.AddedRows <= served.FactRows * MostAdded
        && clock.GetUtcNow() - (served.SortedAt ?? served.BuiltAt) < LongestUnsorted;

    private async Task<SnapshotOutcome> FillAsync(
        StarBuild build, long fromSeq, BookReader view, (SnapshotWork Work, SnapshotSteps Steps) by,
        CancellationToken ct)
    {
        var extraction = new Extraction(view, build.Session, fromSeq, view.Seq)
        {
            Threads = options.Session.Threads,
            IsPortable = options.IsPortable,
            EntriesOfRange = options.EntriesOfRange,
        };
        var extracted = 0L;
        foreach (var table in Extraction.Tables)
        {
            extracted += await by.Steps.RunAsync(
                "extract " + table.Name, atRows => extraction.StageAsync(table, atRows, ct));
        }

        var head = new LedgerHead(view.Seq, view.Hash, view.RecordedAt, view.Day.Of(view.RecordedAt).Date)
        {
            SignedHead = options.Heads?.Sign(view)?.ToElement(),
        };
        return await by.Work.FinishAsync(build, fromSeq, head, extracted, ct);
    }

    /// <summary>A book put back from an old copy, or another one, must not quietly replace what it does not hold.
    /// </summary>
    private async Task<string?> LostAsync(Manifest? served, Book book, BookReader view, CancellationToken ct) =>
        served is null || options.Full || await Extraction.HashAsync(view, served.Seq, ct) == served.LedgerHash
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{book.Name} does not hold entry {served.Seq} as generation {served.Generation} was built on it; "
                + $"run 'analytics verify', and 'analytics snapshot --full' if this book is the right one.");
}
