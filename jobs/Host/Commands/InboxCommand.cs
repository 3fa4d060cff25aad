using System.CommandLine;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Inbox;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Commands;

/// <summary><c>analytics inbox</c>: what was dropped into the folder, into the book.</summary>
internal static class InboxCommand
{
    /// <summary>Between two looks of one who watches.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static Command Create(Option<string> data)
    {
        var watch = new Option<bool>("--watch") { Description = Texts.Say("inbox.watch") };
        var history = new Option<bool>("--history") { Description = Texts.Say("inbox.history") };
        var last = NumberOption.Create("--last", "inbox.last", 20, 1, 10_000);
        var form = new Option<string>("--format")
        {
            Description = Texts.Say("inbox.form"), HelpName = "table|json", DefaultValueFactory = _ => "table",
        };
        form.AcceptOnlyFromAmong("table", "json");
        var command = new Command("inbox", Texts.Say("inbox")) { watch, history, last, form };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (parsed.GetValue(history))
            {
                Say(folder, folder.InboxRuns.Latest(parsed.GetValue(last)), parsed.GetValue(form) == "json");
                return Exit.Done;
            }

            return await RunAsync(folder, parsed.GetValue(watch), ct);
        });
        return command;
    }

    /// <summary>The folder's inbox; null after saying which of the company's mappings are not sound.</summary>
    public static DropBox? Open(DataFolder folder)
    {
        Directory.CreateDirectory(folder.Inbox.Inbox);
        var mappings = MappingCatalog.Load(folder.OwnMappings);
        foreach (var error in mappings.Errors)
        {
            Terminal.Error(error);
        }

        return mappings.Errors.Count > 0
            ? null
            : new DropBox(folder.Inbox, mappings, folder.InboxRuns, TimeProvider.System);
    }

    /// <summary>Takes what is there and says so; answers the exit code.</summary>
    public static async Task<int> TakeAsync(DataFolder folder, DropBox box, Journal journal, CancellationToken ct)
    {
        var exit = Exit.Done;
        var importer = new Importer(journal.PostAsync, folder.Day, TimeProvider.System);
        var isTaken = await box.TakeAsync(importer, folder.Day, new Told(run => exit = Math.Max(exit, Say(run))), ct);
        if (!isTaken)
        {
            Terminal.Error(Texts.Say("inbox.busy", folder.Inbox.Inbox));
            return Exit.Refused;
        }

        return exit;
    }

    private static async Task<int> RunAsync(DataFolder folder, bool isWatching, CancellationToken ct)
    {
        if (Open(folder) is not { } box)
        {
            return Exit.Usage;
        }

        var exit = Exit.Done;
        do
        {
            if (box.HasDrops)
            {
                await using var book = await folder.OpenBookAsync(ct);
                await using var journal = await Journal.OpenAsync(book, TimeProvider.System, ct);
                exit = await TakeAsync(folder, box, journal, ct);
            }
            else if (!isWatching)
            {
                Terminal.Say(Texts.Say("inbox.empty", folder.Inbox.Inbox));
            }

            await (isWatching ? Task.Delay(Rest, TimeProvider.System, ct) : Task.CompletedTask);
        }
        while (isWatching);

        return exit;
    }

    private static int Say(InboxRun run)
    {
        if (run.Reason is { } reason)
        {
            var line = Texts.Pick(reason.Zh, reason.En);
            Terminal.Error(line.StartsWith(run.File, StringComparison.Ordinal) ? line : $"{run.File}: {line}");
            return run.Ending == InboxEnding.Growing ? Exit.Done : Exit.Refused;
        }

        var summary = run.Summary.GetValueOrDefault();
        Terminal.Say($"{run.File} [{run.Mapping}] {Texts.Pick(summary.Zh, summary.En)}");
        if (run.QuarantineFile is null)
        {
            return Exit.Done;
        }

        Terminal.Error(Texts.Say("inbox.quarantined", run.QuarantineFile));
        return Exit.Refused;
    }

    private static void Say(DataFolder folder, IReadOnlyList<InboxRun> runs, bool asJson)
    {
        foreach (var run in runs)
        {
            Terminal.Say(asJson ? InboxHistory.Line(run) : Texts.Say(
                "inbox.run", Show.Moment(run.StartedAt, folder.Day),
                Texts.Say("inbox.ending_" + InboxHistory.Name(run.Ending)), run.File, Show.Count(run.RowsIn),
                Show.Count(run.DocumentsPosted), Show.Count(run.DocumentsAlreadyThere), Show.Count(run.Quarantined),
                run.Line ?? run.QuarantineFile ?? ""));
        }

        if (runs.Count == 0)
        {
            Terminal.Error(Texts.Say("inbox.no_runs"));
        }
    }

    /// <summary>Says at once, on the taker's thread.</summary>
    private sealed class Told(Action<InboxRun> say) : IProgress<InboxRun>
    {
        public void Report(InboxRun value) => say(value);
    }
}
