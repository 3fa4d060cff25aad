using System.Diagnostics;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Snapper;
using Analytics.Star;

// Takes a snapshot of the company in the folder named by the second argument, as the first says: "add" to what is
// served, or "whole". It says every step it ended. Where a third and a fourth argument are there, it stops at the step
// named by the third: "kill" kills it, "fill" fills the disk of the folder, so that whatever it writes next fails. It
// ends with 0 where a generation is served that was not, else with 1 and a line that says why. "read" reads what is
// served until it is killed, see Watch.
#pragma warning disable RS0030 // The lines are for the process that started this one.
var data = args[1];
var star = new StarFolder(Path.Combine(data, "star"));
if (args[0] == "read")
{
    return await Watch.RunAsync(star, Say);
}

var (stopAt, stop) = args.Length > 3 ? (args[2], args[3]) : ("", "");
await using var book = await Book.OpenAsync(Path.Combine(data, "ledger.db"), BusinessDay.Shanghai, default);
var snapshot = new Snapshot(new SnapshotOptions
{
    Full = args[0] == "whole",
    Prune = new Pruning(2, 0),
    History = new SnapshotHistory(Path.Combine(data, "logs", "snapshots.jsonl")),
    AtStep = AtStep,
});
try
{
    var outcome = await snapshot.RunAsync(book, star, TimeProvider.System, null, default);
    Say($"ended {outcome.GetType().Name}");
    return outcome is SnapshotOutcome.Published ? 0 : 1;
}
catch (Exception fault) when (fault is IOException or StarException or System.Data.Common.DbException)
{
    Say($"failed {fault.Message.ReplaceLineEndings(" ")}");
    return 1;
}

void AtStep(string step)
{
    Say(step);
    if (step != stopAt)
    {
        return;
    }

    if (stop == "fill")
    {
        Ballast.Fill(Path.Combine(data, "ballast"));
        return;
    }

    using var self = Process.GetCurrentProcess();
    self.Kill();
    Thread.Sleep(Timeout.Infinite);
}

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
