using System.Globalization;
using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Import.Inbox;

/// <summary>Takes what is dropped into the inbox of a company: imports it into the book and puts it aside.</summary>
/// <remarks>1. Files are taken in the order of their names, each when nothing was written to it for a while. 2. It is
/// imported; refused rows go to a file in quarantine, named after the moment the source was written. 3. It is moved to
/// <c>done</c>. 4. The run leaves its line. Stopped anywhere before 3, it is imported again: documents that are in the
/// book stay as they are, and the file in quarantine is the same one. A file from quarantine that was mended is a drop
/// like any other; what is left of it there is put aside with it.</remarks>
/// <param name="folders">Where everything lies.</param>
/// <param name="mappings">What columns mean; a template needs none.</param>
/// <param name="history">Where each file leaves its line; null for nowhere.</param>
/// <param name="clock">By which a file is still being written.</param>
public sealed class DropBox(
    InboxFolders folders, MappingCatalog mappings, InboxHistory? history, TimeProvider clock)
{
    private readonly Dictionary<string, (Drop Drop, string Line)> told = new(StringComparer.Ordinal);

    /// <summary>A file is whole when nothing was written to it for so long.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Called after each step with its name; a crash test ends the process there.</summary>
    public Action<string>? AtStep { get; init; }

    /// <summary>Whether there is anything to take, be it whole or not.</summary>
    public bool HasDrops => Directory.Exists(folders.Inbox) && Drop.In(folders.Inbox, folders.Done).Count > 0;

    /// <summary>Takes all that is whole. What is left again for the same reason is not told again.</summary>
    /// <param name="importer">Into the book.</param>
    /// <param name="day">By whose clock files are named.</param>
    /// <param name="progress">Is told of each file as it ends.</param>
    /// <param name="ct">Stops; what was posted stays posted.</param>
    /// <returns>False where another process, or another run, is taking from it.</returns>
    public async Task<bool> TakeAsync(
        Importer importer, Ledger.BusinessDay day, IProgress<InboxRun>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(importer);
        ArgumentNullException.ThrowIfNull(day);
        Directory.CreateDirectory(folders.Done);
        Directory.CreateDirectory(folders.Temp);
        using var held = Hold();
        if (held is null)
        {
            return false;
        }

        foreach (var (drop, isWhole) in await LookAsync(ct))
        {
            ct.ThrowIfCancellationRequested();
            var startedAt = clock.GetUtcNow();
            var run = isWhole
                ? await TakeAsync(drop, importer, day, startedAt, ct)
                : Left(drop, startedAt, new Words("还在写入，下次再取", "is still being written: it is taken the next time"))
                    with { Ending = InboxEnding.Growing };
            if (IsNews(drop, run))
            {
                await KeepAsync(run);
                progress?.Report(run);
            }
        }

        return true;
    }

    /// <summary>What lies there, and whether nothing was written to it for a while. Waits once, for the youngest.
    /// </summary>
    private async Task<IReadOnlyList<(Drop Drop, bool IsWhole)>> LookAsync(CancellationToken ct)
    {
        var first = Drop.In(folders.Inbox, folders.Done);
        var since = clock.GetUtcNow().UtcDateTime - Quiet;
        if (first.All(drop => drop.WrittenAt <= since))
        {
            return [.. first.Select(drop => (drop, true))];
        }

        // A clock that is ahead, as a file server's may be, is waited for no longer than others.
        var youngest = first.Max(drop => drop.WrittenAt) - since;
        await Task.Delay(youngest < Quiet ? youngest : Quiet, clock, ct);
        return [.. Drop.In(folders.Inbox, folders.Done).Select(drop => (drop, first.Contains(drop)))];
    }

    private async Task<InboxRun> TakeAsync(
        Drop drop, Importer importer, Ledger.BusinessDay day, DateTimeOffset startedAt, CancellationToken ct)
    {
        try
        {
            var choice = Choose(drop, ct);
            if (choice is MappingChoice.None none)
            {
                return Left(drop, startedAt, none.Reason);
            }

            var stamp = Run.Stamp(drop.WrittenAt, day.Zone);
            var request = new ImportRequest(
                drop.Path, (choice as MappingChoice.Found)?.Mapping, folders.Quarantine, folders.Temp)
            {
                Stamp = stamp,
            };
            var outcome = await importer.RunAsync(request, null, ct);
            AtStep?.Invoke("imported");
            if (outcome is ImportOutcome.Refused refused)
            {
                return Left(drop, startedAt, refused.Reason);
            }

            var result = ((ImportOutcome.Finished)outcome).Result;
            var doneAs = PutAside(drop, stamp, result.RejectFile);
            AtStep?.Invoke("put aside");
            return Taken(drop, startedAt, result) with { DoneAs = doneAs };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var line = fault.Message.TrimEnd('.').Replace(folders.Inbox + Path.DirectorySeparatorChar, "");
            return Left(drop, startedAt, new Words(
                $"打不开或移不走（{line}），留在原处；请关掉占用它的程序或改好权限",
                $"cannot be opened or moved ({line}) and is left: close what holds it, or mend its rights")
                .At(drop.Name));
        }
    }

    private MappingChoice Choose(Drop drop, CancellationToken ct) => drop.IsReadable
        ? mappings.Choose(drop.Path, folders.Temp, ct)
        : new MappingChoice.None(new Words(
            "只收 .csv、.txt、.tsv、.xlsx 和 .parquet；请另存为其中一种，或移走",
            "only .csv, .txt, .tsv, .xlsx and .parquet are taken: save it as one of these, or take it away")
            .At(drop.Name));

    /// <summary>Moves it to what is done, and the file of its name in quarantine with it: that is answered.</summary>
    private string PutAside(Drop drop, string stamp, string? rejectFile)
    {
        var doneAs = Move(drop.Path, Named(drop, stamp));
        AtStep?.Invoke("moved");
        var answered = Path.Combine(folders.Quarantine, drop.Name);
        if (File.Exists(answered) && answered != rejectFile)
        {
            Move(answered, Path.GetFileName(answered));
        }

        return doneAs;
    }

    private static string Named(Drop drop, string stamp) => drop.IsFolder
        ? $"{drop.Name}.{stamp}"
        : $"{Path.GetFileNameWithoutExtension(drop.Name)}.{stamp}{Path.GetExtension(drop.Name)}";

    private string Move(string from, string name)
    {
        for (var n = 1; ; n++)
        {
            var number = n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{n}");
            var free = Path.GetFileNameWithoutExtension(name) + number + Path.GetExtension(name);
            var to = Path.Combine(folders.Done, free);
            if (!Path.Exists(to))
            {
                (Directory.Exists(from) ? (Action<string, string>)Directory.Move : File.Move)(from, to);
                return free;
            }
        }
    }

    private InboxRun Taken(Drop drop, DateTimeOffset startedAt, ImportResult result) =>
        new(startedAt, drop.Name, result.HasRefusals ? InboxEnding.TakenInPart : InboxEnding.Taken, Since(startedAt))
        {
            Mapping = result.Mapping,
            RowsIn = result.RowsRead,
            DocumentsPosted = result.Counts.DocumentsPosted,
            DocumentsAlreadyThere = result.Counts.DocumentsAlreadyThere,
            DocumentsRefused = result.Counts.DocumentsRefused,
            Quarantined = result.Counts.RowsRefused,
            QuarantineFile = result.RejectFile is { } file ? Path.GetFileName(file) : null,
            Summary = result.Summary,
        };

    private InboxRun Left(Drop drop, DateTimeOffset startedAt, Words why) =>
        new(startedAt, drop.Name, InboxEnding.Left, Since(startedAt)) { Line = why.En, Reason = why };

    /// <summary>What is still being written will leave its line when it is taken.</summary>
    private Task<bool> KeepAsync(InboxRun run) => history is null || run.Ending == InboxEnding.Growing
        ? Task.FromResult(true)
        : history.AddAsync(run, clock);

    private double Since(DateTimeOffset startedAt) => Math.Round((clock.GetUtcNow() - startedAt).TotalSeconds, 3);

    /// <summary>Whether it was not said before of the same file as it is.</summary>
    private bool IsNews(Drop drop, InboxRun run)
    {
        if (run.Ending == InboxEnding.Growing)
        {
            return true;
        }

        if (run.Line is not { } line)
        {
            told.Remove(drop.Path);
            return true;
        }

        var isKnown = told.TryGetValue(drop.Path, out var before) && before == (drop, line);
        told[drop.Path] = (drop, line);
        return !isKnown;
    }

    /// <summary>The mark of who takes; null where another does. The system lets go of it when the process ends.
    /// </summary>
    private FileStream? Hold()
    {
        try
        {
            return new FileStream(
                Path.Combine(folders.Temp, "inbox.lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
