using System.Globalization;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>What every snapshot does alike, whatever it is from: looks at what is served, loads what was staged, audits
/// it, publishes, prunes, and leaves the record of how it ended.</summary>
internal sealed class SnapshotWork(SnapshotOptions options, StarFolder folder, SnapshotSteps steps)
{
    /// <summary>The design asks for 2.5 × the file; a first build has its source to go by.</summary>
    private const double SpaceForOne = 2.5;

    /// <summary>Which statements make the rows, by which calendar.</summary>
    public string Loads => $"{StarLoad.Version}-{options.Calendar.Digest}";

    /// <summary>Runs, prunes what is not kept, and leaves the record of how it ended.</summary>
    public async Task<SnapshotOutcome> RecordedAsync(Func<Task<SnapshotOutcome>> run, CancellationToken ct)
    {
        var record = new SnapshotRecord(folder, steps, options.History);
        SnapshotOutcome outcome;
        try
        {
            outcome = options.Calendar.Faults.Count > 0
                ? new SnapshotOutcome.Refused(string.Join('\n', options.Calendar.Faults))
                : await run();
        }
        catch (Exception e)
        {
            var ending = e is OperationCanceledException ? SnapshotEnding.Cancelled : SnapshotEnding.Failed;
            await record.AddAsync(ending, e.Message);
            throw;
        }

        if (outcome is SnapshotOutcome.Published made && options.Copy is { } path)
        {
            outcome = made with { CopyFault = await CopyAsync(made.Manifest, path, ct) };
        }

        if (outcome is SnapshotOutcome.Published published && options.Prune is { } rule)
        {
            outcome = published with { Pruned = Prune(rule) };
            options.AtStep?.Invoke("pruned");
        }

        await record.AddAsync(outcome);
        return outcome;
    }

    /// <summary>What is served; a full snapshot also replaces what cannot be read.</summary>
    public Manifest? Served()
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

    /// <summary>Whether these tables and statements made it, by this calendar.</summary>
    public bool IsOfThisProgram(Manifest served) =>
        served.SchemaVersion == StarSchema.Version && served.Loads == Loads;

    /// <summary>Whether what is served is of that head, whole and by this program: then nothing need be built.
    /// </summary>
    public bool Stands(Manifest? served, long seq, string hash) =>
        served is not null && !options.Full && served.Seq == seq && served.LedgerHash == hash
        && File.Exists(folder.BasePath(served)) && IsOfThisProgram(served);

    /// <summary>Why a newer program's generation stays; null where it is none.</summary>
    public string? Newer(Manifest? served) =>
        served is not null && !options.Full && StarSchema.IsNewer(served.SchemaVersion)
            ? $"{folder.FullPath} serves generation {served.Generation} of schema {served.SchemaVersion}, written by a "
                + "newer program; use that, or replace it with 'analytics snapshot --full'."
            : null;

    /// <summary>Why the disk has no room; null where it has.</summary>
    /// <param name="served">What is served.</param>
    /// <param name="ofSource">Bytes a first build may need.</param>
    public async Task<string?> NoSpaceAsync(Manifest? served, Func<Task<long>> ofSource)
    {
        Directory.CreateDirectory(folder.FullPath);
        var file = served is null ? null : new FileInfo(folder.BasePath(served));
        var needed = file is { Exists: true } ? (long)(file.Length * SpaceForOne) : await ofSource();
        var free = options.FreeBytes(folder.FullPath);
        return free >= needed ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{folder.FullPath} has {free >> 20} MB free and a generation may need {needed >> 20} MB while it is "
            + $"built; free some, for one by deleting old generations.");
    }

    /// <summary>Begins a build and fills it; refused where another is under way, or was published meanwhile.</summary>
    public async Task<SnapshotOutcome> BuildAsync(
        Manifest? served, Manifest? onto, Func<StarBuild, Task<SnapshotOutcome>> fill, CancellationToken ct)
    {
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
            return Served()?.Generation == served?.Generation
                ? await fill(build)
                : new SnapshotOutcome.Refused("Another snapshot was published meanwhile; run this one again.");
        }
    }

    /// <summary>Loads what was staged, audits it and publishes it.</summary>
    /// <param name="build">With the staging tables.</param>
    /// <param name="fromSeq">Facts of entries up to this one are there already; 0 where none are.</param>
    /// <param name="head">What the generation is of.</param>
    /// <param name="extracted">Rows there were to stage.</param>
    /// <param name="ct">Stops.</param>
    public async Task<SnapshotOutcome> FinishAsync(
        StarBuild build, long fromSeq, LedgerHead head, long extracted, CancellationToken ct)
    {
        await steps.RunAsync("extract calendar", _ => StageFixedAsync(build.Session, ct));
        foreach (var load in StarLoad.All)
        {
            await steps.RunAsync(
                "load " + load.Name, _ => StarLoad.RunAsync(load, build.Session, fromSeq, head.BusinessDate, ct));
        }

        await Audits.StageAsync(build.Session, Served(), ct);
        var findings = new List<AuditFinding>();
        foreach (var audit in Audits.All)
        {
            var found = await steps.RunAsync("audit " + audit.Name, _ => Audits.RunAsync(audit, build.Session, ct));
            if (found is not null)
            {
                findings.Add(found);
            }
        }

        var shrunk = options.AcceptShrink ? findings.Find(found => found.Audit == Audits.Shrink) : null;
        if (findings.Any(found => found != shrunk))
        {
            return new SnapshotOutcome.AuditFailed([.. findings.Where(found => found != shrunk)]);
        }

        var manifest = await steps.RunAsync("publish", _ => build.PublishAsync(head with { Loads = Loads }, ct));
        return new SnapshotOutcome.Published(manifest, extracted, steps.Seconds)
        {
            IsAdded = fromSeq > 0,
            Session = options.Session,
            AcceptedShrink = shrunk?.Rows ?? [],
        };
    }

    private async Task<long> StageFixedAsync(StarSession session, CancellationToken ct)
    {
        await StarLoad.StageAsync(session, options.Calendar, ct);
        return 0;
    }

    /// <summary>Copies what is served already: whatever happens, it stays so. Answers what did.</summary>
    private async Task<string?> CopyAsync(Manifest manifest, string path, CancellationToken ct)
    {
        try
        {
            await steps.RunAsync("copy", async _ =>
            {
                await StarCopy.WriteAsync(folder, manifest, path, options.Session, ct);
                return (long?)null;
            });
            return null;
        }
        catch (Exception e) when (e is StarException or IOException or UnauthorizedAccessException
            or System.Data.Common.DbException or OperationCanceledException)
        {
            return e is OperationCanceledException
                ? $"{manifest.Generation} is served, but its copy {path} was stopped; 'analytics generation copy' "
                    + "makes it."
                : $"{manifest.Generation} is served, but {path} stays as it was ({e.Message.Split('\n')[0]}); "
                    + "'analytics generation copy' tries again.";
        }
    }

    /// <summary>What cannot be deleted now is deleted after a later run: the new generation is served all the same.
    /// </summary>
    private IReadOnlyList<Manifest> Prune(Pruning rule)
    {
        try
        {
            return folder.Prune(rule, steps.Clock.GetUtcNow()).Deleted;
        }
        catch (Exception e) when (e is StarException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
