using System.Diagnostics;

namespace Analytics.Host.Bench;

/// <summary>The most memory the process held resident since a moment.</summary>
internal static class PeakMemory
{
    private const string Forget = "/proc/self/clear_refs";
    private const string Peak = "5";

    /// <summary>Begins anew where the system forgets the peak when told to; elsewhere it is that of the whole run.
    /// </summary>
    public static void Begin()
    {
        try
        {
            File.WriteAllText(Forget, Peak);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No such file: not Linux, or not ours to write.
        }
    }

    public static long Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
