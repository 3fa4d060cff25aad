using Analytics.Host.Commands;
using Analytics.Reports.Analysis.Loyalty;
using Analytics.Star;

namespace Analytics.Host.Schedule;

/// <summary>The judging of customers that the schedule does: says what came of it.</summary>
internal static class LoyaltyJob
{
    // One of the threads is left to those who read meanwhile.
    private static readonly LoyaltyOptions Options = new()
    {
        Session = new StarSessionOptions { Threads = Math.Max(1, Environment.ProcessorCount - 1) },
    };

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
