using Analytics.Host.Commands;
using Analytics.Reports.Analysis.Loyalty;

namespace Analytics.Host.Schedule;

/// <summary>The judging of customers that the schedule does: says what came of it.</summary>
internal static class LoyaltyJob
{
    private static readonly LoyaltyOptions Options = new() { Session = Commands.SessionOptions.BesideReaders };

    public static async Task RunAsync(DataFolder folder, CancellationToken ct)
    {
        try
        {
            if (folder.Star.Current() is not null)
            {
                await LoyaltyCommand.RunAsync(folder, Options, ct);
            }
        }
        catch (Exception fault) when (Fault.IsOne(fault))
        {
            Terminal.Error(Fault.Line(fault, folder));
        }
    }
}
