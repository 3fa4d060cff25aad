using Analytics.Host.Commands;
using Analytics.Ingest.Import.Inbox;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Schedule;

/// <summary>The look into the inbox that the schedule takes: says what it took, and once what it left and why.
/// </summary>
internal sealed class InboxJob(DataFolder folder, Func<CancellationToken, Task<Journal>> journal)
{
    private DropBox? box;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            // A mapping that is not sound is told at each look, for nothing is taken meanwhile.
            box ??= InboxCommand.Open(folder);
            if (box is { HasDrops: true } open)
            {
                await InboxCommand.TakeAsync(folder, open, await journal(ct), ct);
            }
        }
        catch (Exception fault) when (Fault.IsOne(fault))
        {
            Terminal.Error(Fault.Line(fault, folder));
        }
    }
}
