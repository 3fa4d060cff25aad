using System.CommandLine;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ingest.Foreign;
using Analytics.Ledger;

namespace Analytics.Host.Commands;

/// <summary><c>analytics snapshot</c>.</summary>
internal static class SnapshotCommand
{
    public static Command Create(Option<string> data)
    {
        var full = new Option<bool>("--full") { Description = Texts.Say("snapshot.full") };
        var shrink = new Option<bool>("--accept-shrink") { Description = Texts.Say("snapshot.accept_shrink") };
        var history = new Option<bool>("--history") { Description = Texts.Say("snapshot.history") };
        var last = NumberOption.Create("--last", "snapshot.last", 20, 1, 10_000);
        var form = new Option<string>("--format")
        {
            Description = Texts.Say("snapshot.form"), HelpName = "table|json", DefaultValueFactory = _ => "table",
        };
        form.AcceptOnlyFromAmong("table", "json");
        var threads = SessionOptions.Threads();
        var memory = SessionOptions.Memory();
        var command = new Command("snapshot", Texts.Say("snapshot"))
        {
            full, shrink, threads, memory, history, last, form,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (parsed.GetValue(history))
            {
                Say(folder, folder.Snapshots.Latest(parsed.GetValue(last)), parsed.GetValue(form) == "json");
                return Exit.Done;
            }

            var options = new SnapshotOptions
            {
                Full = parsed.GetValue(full),
                AcceptShrink = parsed.GetValue(shrink),
                Session = new() { Threads = parsed.GetValue(threads), MemoryLimit = parsed.GetValue(memory)! },
            };
            if (folder.Foreign is { } place)
            {
                return Say(await TakeAsync(folder, place, options, ct), folder);
            }

            await using var book = await folder.OpenExistingBookAsync(ct);
            return book is null ? Exit.Refused : await RunAsync(folder, book, options, ct);
        });
        return command;
    }

    /// <summary>Takes a snapshot and says how it ended.</summary>
    public static async Task<int> RunAsync(
        DataFolder folder, Book book, SnapshotOptions options, CancellationToken ct) =>
        Say(await TakeAsync(folder, book, options, ct), folder);

    public static Task<SnapshotOutcome> TakeAsync(
        DataFolder folder, Book book, SnapshotOptions options, CancellationToken ct)
    {
        var snapshot = new Snapshot(For(folder, options) with { Heads = folder.Heads });
        return snapshot.RunAsync(book, folder.Star, TimeProvider.System, Progress(), ct);
    }

    public static Task<SnapshotOutcome> TakeAsync(
        DataFolder folder, ForeignPlace place, SnapshotOptions options, CancellationToken ct) =>
        new ForeignSnapshot(For(folder, options)).RunAsync(place, folder.Star, TimeProvider.System, Progress(), ct);

    /// <summary>Says how a snapshot ended; answers the exit code.</summary>
    public static int Say(SnapshotOutcome outcome, DataFolder folder)
    {
        switch (outcome)
        {
            case SnapshotOutcome.Published published:
                var manifest = published.Manifest;
                Terminal.Say(Texts.Say(
                    published.IsAdded ? "snapshot.added" : "snapshot.done", manifest.Generation,
                    Show.Count(published.Rows), Show.Seconds(manifest.Seconds),
                    Show.Moment(manifest.CompleteTo, folder.Day), Show.Count(published.Session.Threads),
                    published.Session.MemoryLimit));
                if (published.Quarantined > 0)
                {
                    Terminal.Error(Texts.Say(
                        "snapshot.quarantined", Show.Count(published.Quarantined), folder.Foreign?.QuarantineFile));
                }

                foreach (var table in published.AcceptedShrink)
                {
                    Terminal.Say(Texts.Say("snapshot.shrank", table));
                }

                if (published.CopyFault is { } fault)
                {
                    Terminal.Error(fault);
                }

                if (published.Pruned.Count > 0)
                {
                    Terminal.Say(Texts.Say("snapshot.pruned", Show.Count(published.Pruned.Count)));
                }

                return Exit.Done;
            case SnapshotOutcome.Unchanged unchanged:
                Terminal.Say(Texts.Say("snapshot.unchanged", unchanged.Generation));
                return Exit.Done;
            case SnapshotOutcome.AuditFailed failed:
                foreach (var finding in failed.Findings)
                {
                    Terminal.Error(Texts.Say("snapshot.red", finding));
                }

                return Exit.Refused;
            case SnapshotOutcome.Refused refused:
                foreach (var line in refused.Line.Split('\n'))
                {
                    Terminal.Error(line);
                }

                return Exit.Refused;
            default:
                throw new System.Diagnostics.UnreachableException(outcome.GetType().Name);
        }
    }

    private static SnapshotOptions For(DataFolder folder, SnapshotOptions options) => options with
    {
        Calendar = folder.Calendar, History = folder.Snapshots, Prune = folder.Prune, Copy = folder.StarCopy,
    };

    private static SayProgress<SnapshotProgress> Progress() => new(step => string.Create(
        CultureInfo.InvariantCulture, $"{Step(step.Step)} {step.Rows:N0}"));

    private static void Say(DataFolder folder, IReadOnlyList<SnapshotRun> runs, bool asJson)
    {
        foreach (var run in runs)
        {
            if (asJson)
            {
                Terminal.Say(SnapshotHistory.Line(run));
                continue;
            }

            Terminal.Say(Texts.Say(
                "snapshot.run", Show.Moment(run.StartedAt, folder.Day),
                Texts.Say("snapshot.ending_" + SnapshotHistory.Name(run.Ending)), run.Generation ?? "-",
                run.Seq?.ToString(CultureInfo.InvariantCulture) ?? "-", Show.Count(run.Rows),
                Show.Seconds(run.Seconds), Show.Count(run.PeakMemoryBytes >> 20)));
            if (run.Quarantined > 0)
            {
                Terminal.Say("    " + Texts.Say("snapshot.run_quarantined", Show.Count(run.Quarantined)));
            }

            foreach (var line in run.AcceptedShrink?.Select(table => Texts.Say("snapshot.shrank", table)) ?? [])
            {
                Terminal.Say("    " + line);
            }

            if (run.Line is not null)
            {
                Terminal.Say("    " + run.Line);
            }
        }

        if (runs.Count == 0)
        {
            Terminal.Error(Texts.Say("snapshot.no_runs"));
        }
    }

    /// <summary>"extract document_line" in the reader's words; the table's or audit's name stays.</summary>
    private static string Step(string step)
    {
        var words = step.Split(' ', 2);
        return string.Join(' ', [Texts.Say("snapshot." + words[0]), .. words[1..]]);
    }
}
