using Analytics.Host.Commands;
using Analytics.Ingest;

namespace Analytics.Host.Schedule;

/// <summary>The snapshot that the schedule takes: says what it published or why not, and nothing where nothing was
/// posted.</summary>
internal static class SnapshotJob
{
    private static readonly SnapshotOptions Options = new() { Session = Commands.SessionOptions.BesideReaders };

    public static async Task RunAsync(DataFolder folder, CancellationToken ct)
    {
        try
        {
            var outcome = await TakeAsync(folder, ct);
            if (outcome is not (null or SnapshotOutcome.Unchanged))
            {
                SnapshotCommand.Say(outcome, folder);
            }
        }
        catch (Exception fault) when (Fault.IsOne(fault))
        {
            Terminal.Error(Fault.Line(fault, folder));
        }
    }

    /// <summary>Null where there is nothing yet to be taken of.</summary>
    private static async Task<SnapshotOutcome?> TakeAsync(DataFolder folder, CancellationToken ct)
    {
        if (folder.Foreign is { } place)
        {
            return await SnapshotCommand.TakeAsync(folder, place, Options, ct);
        }

        await using var book = await folder.FindBookAsync(ct);
        return book is null ? null : await SnapshotCommand.TakeAsync(folder, book, Options, ct);
    }
}
