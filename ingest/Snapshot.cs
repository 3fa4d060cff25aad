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
    /// <summary>The design asks for 2.5 × the file; a first build has the book to go by.</summary>
    private const double SpaceForOne = 2.5;

    /// <summary>Rows that were added lie in their own order behind the others; past these the file is written whole.
    /// </summary>
    private const double MostAdded = 0.05;

    private static readonly TimeSpan LongestUnsorted = TimeSpan.FromDays(7);

    private string Loads => $"{StarLoad.Version}-{options.Calendar.Digest}";

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
        return Task.Run(() => RecordedAsync(book, folder, steps, ct), ct);
    }

    /// <summary>Runs, prunes what is not kept, and leaves the record of how it ended.</summary>
    private async Task<SnapshotOutcome> RecordedAsync(
        Book book, StarFolder folder, SnapshotSteps steps, CancellationToken ct)
    {
        var record = new SnapshotRecord(folder, steps, options.History);
        SnapshotOutcome outcome;
        try
        {
            outcome = await RunOnThisThreadAsync(book, folder, steps, ct);
        }
        catch (Exception e)
        {
            var ending = e is OperationCanceledException ? SnapshotEnding.Cancelled : SnapshotEnding.Failed;
            await record.AddAsync(ending, e.Message);
            throw;
        }

        if (outcome is SnapshotOutcome.Published published && options.Prune is { } rule)
        {
            outcome = published with { Pruned = Prune(folder, rule, steps.Clock) };
            options.AtStep?.Invoke("pruned");
        }

        await record.AddAsync(outcome);
        return outcome;
    }

    /// <summary>What cannot be deleted now is deleted after a later run: the new generation is served all the same.
    /// </summary>
    private static IReadOnlyList<Manifest> Prune(StarFolder folder, Pruning rule, TimeProvider clock)
    {
        try
        {
            return folder.Prune(rule, clock.GetUtcNow()).Deleted;
        }
        catch (Exception e) when (e is StarException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private async Task<SnapshotOutcome> RunOnThisThreadAsync(
        Book book, StarFolder folder, SnapshotSteps steps, CancellationToken ct)
    {
        if (options.Calendar.Faults.Count > 0)
        {
            return new SnapshotOutcome.Refused(string.Join('\n', options.Calendar.Faults));
        }

        await using var view = await book.ReadAsync(ct);
        if (view.Seq == 0)
        {
            return new SnapshotOutcome.Refused(
                $"{book.Name} holds nothing yet, so there is nothing to publish; import or post documents first.");
        }

        var served = Served(folder);
        if (served is not null && !options.Full && File.Exists(folder.BasePath(served)) && Stands(served, view))
        {
            return new SnapshotOutcome.Unchanged(served.Generation, served.Seq);
        }

        if ((Newer(folder, served) ?? await NoSpaceAsync(view, folder, served, ct)) is { } line)
        {
            return new SnapshotOutcome.Refused(line);
        }

        if (await LostAsync(served, book, view, ct) is { } lost)
        {
            return new SnapshotOutcome.Refused(lost);
        }

        var onto = served is not null && MayAdd(folder, served, steps.Clock) ? served : null;
        StarBuild build;
        try
        {
            var star = new StarBuildOptions { Session = options.Session, AtStep = options.AtStep, Onto = onto };
            build = await StarBuild.StartAsync(folder, star, steps.Clock, ct);
        }
        catch (StarException e)
        {
            return new SnapshotOutcome.Refused(e.Message);
        }

        await using (build)
        {
            if (Served(folder)?.Generation != served?.Generation)
            {
                return new SnapshotOutcome.Refused("Another snapshot was published meanwhile; run this one again.");
            }

            return await FillAsync(build, onto?.Seq ?? 0, (view, book.Day.Of(view.RecordedAt).Date), steps, ct);
        }
    }

    /// <summary>Whether what was posted since may be added to a copy of what is served.</summary>
    private bool MayAdd(StarFolder folder, Manifest served, TimeProvider clock) =>
        !options.Full && IsOfThisProgram(served) && File.Exists(folder.BasePath(served))
        && served.FactRows > 0 && served.AddedRows <= served.FactRows * MostAdded
        && clock.GetUtcNow() - (served.SortedAt ?? served.BuiltAt) < LongestUnsorted;

    /// <summary>Whether these tables and statements made it, by this calendar.</summary>
    private bool IsOfThisProgram(Manifest served) =>
        served.SchemaVersion == StarSchema.Version && served.Loads == Loads;

    private async Task<SnapshotOutcome> FillAsync(
        StarBuild build, long fromSeq, (BookReader View, DateOnly BusinessDate) of, SnapshotSteps steps,
        CancellationToken ct)
    {
        var (view, businessDate) = of;
        var extraction = new Extraction(view, build.Session, fromSeq, view.Seq)
        {
            Threads = options.Session.Threads,
            IsPortable = options.IsPortable,
            EntriesOfRange = options.EntriesOfRange,
        };
        var extracted = 0L;
        foreach (var table in Extraction.Tables)
        {
            extracted += await steps.RunAsync(
                "extract " + table.Name, atRows => extraction.StageAsync(table, atRows, ct));
        }

        await steps.RunAsync("extract calendar", _ => StageFixedAsync(build.Session, ct));
        foreach (var load in StarLoad.All)
        {
            await steps.RunAsync(
                "load " + load.Name, _ => StarLoad.RunAsync(load, build.Session, fromSeq, businessDate, ct));
        }

        var findings = new List<AuditFinding>();
        foreach (var audit in Audits.All)
        {
            var found = await steps.RunAsync("audit " + audit.Name, _ => Audits.RunAsync(audit, build.Session, ct));
            if (found is not null)
            {
                findings.Add(found);
            }
        }

        if (findings.Count > 0)
        {
            return new SnapshotOutcome.AuditFailed(findings);
        }

        var head = new LedgerHead(view.Seq, view.Hash, view.RecordedAt, businessDate)
        {
            Loads = Loads,
            SignedHead = options.Heads?.Sign(view)?.ToElement(),
        };
        var manifest = await steps.RunAsync("publish", _ => build.PublishAsync(head, ct));
        return new SnapshotOutcome.Published(manifest, extracted, steps.Seconds)
        {
            IsAdded = fromSeq > 0,
            Session = options.Session,
        };
    }

    private async Task<long> StageFixedAsync(StarSession session, CancellationToken ct)
    {
        await StarLoad.StageAsync(session, options.Calendar, ct);
        return 0;
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

    private bool Stands(Manifest served, BookReader view) =>
        served.Seq == view.Seq
        && served.LedgerHash == view.Hash
        && IsOfThisProgram(served);

    /// <summary>What is served; a full snapshot also replaces what cannot be read.</summary>
    private Manifest? Served(StarFolder folder)
    {
        try
        {
            return folder.Current();
        }
        catch (StarException) when (options.Full)
        {
            return null;
        }
    }

    private string? Newer(StarFolder folder, Manifest? served) =>
        served is not null && !options.Full && StarSchema.IsNewer(served.SchemaVersion)
            ? $"{folder.FullPath} serves generation {served.Generation} of schema {served.SchemaVersion}, written by a "
                + "newer program; use that, or replace it with 'analytics snapshot --full'."
            : null;

    private async Task<string?> NoSpaceAsync(
        BookReader view, StarFolder folder, Manifest? served, CancellationToken ct)
    {
        Directory.CreateDirectory(folder.FullPath);
        var file = served is null ? null : new FileInfo(folder.BasePath(served));
        var needed = file is { Exists: true }
            ? (long)(file.Length * SpaceForOne)
            : await view.SizeAsync(ct);
        var free = options.FreeBytes(folder.FullPath);
        return free >= needed ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{folder.FullPath} has {free >> 20} MB free and a generation may need {needed >> 20} MB while it is "
            + $"built; free some, for one by deleting old generations.");
    }
}
