using System.CommandLine;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger;

namespace Analytics.Host.Commands;

/// <summary><c>analytics snapshot</c>.</summary>
internal static class SnapshotCommand
{
    public static Command Create(Option<string> data)
    {
        var full = new Option<bool>("--full") { Description = Texts.Say("snapshot.full") };
        var threads = SessionOptions.Threads();
        var memory = SessionOptions.Memory();
        var command = new Command("snapshot", Texts.Say("snapshot")) { full, threads, memory };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            await using var book = await folder.OpenExistingBookAsync(ct);
            return book is null
                ? Exit.Refused
                : await RunAsync(folder, book, new SnapshotOptions
                {
                    Full = parsed.GetValue(full),
                    Session = new() { Threads = parsed.GetValue(threads), MemoryLimit = parsed.GetValue(memory)! },
                }, ct);
        });
        return command;
    }

    public static async Task<int> RunAsync(
        DataFolder folder, Book book, SnapshotOptions options, CancellationToken ct)
    {
        var snapshot = new Snapshot(options with { Heads = folder.Heads, Calendar = folder.Calendar });
        var progress = new SayProgress<SnapshotProgress>(step => string.Create(
            CultureInfo.InvariantCulture, $"{Step(step.Step)} {step.Rows:N0}"));
        var outcome = await snapshot.RunAsync(book, folder.Star, TimeProvider.System, progress, ct);
        switch (outcome)
        {
            case SnapshotOutcome.Published published:
                var manifest = published.Manifest;
                Terminal.Say(Texts.Say(
                    published.IsAdded ? "snapshot.added" : "snapshot.done", manifest.Generation,
                    Show.Count(published.Rows), Show.Seconds(manifest.Seconds),
                    Show.Moment(manifest.CompleteTo, folder.Day), Show.Count(published.Session.Threads),
                    published.Session.MemoryLimit));
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
                Terminal.Error(refused.Line);
                return Exit.Refused;
            default:
                throw new System.Diagnostics.UnreachableException(outcome.GetType().Name);
        }
    }

    /// <summary>"extract document_line" in the reader's words; the table's or audit's name stays.</summary>
    private static string Step(string step)
    {
        var words = step.Split(' ', 2);
        return string.Join(' ', [Texts.Say("snapshot." + words[0]), .. words[1..]]);
    }
}
