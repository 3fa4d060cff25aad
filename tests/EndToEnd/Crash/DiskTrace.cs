using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.EndToEnd.Crash;

/// <summary>Every write, sync and answer of a posting process that ran under <c>strace</c>, in their order.</summary>
/// <remarks>A write counts from its call on, a sync only from its return.</remarks>
internal static partial class DiskTrace
{
    public static bool CanTrace()
    {
        try
        {
            using var process = Process.Start(Strace("-qq", "-o", "/dev/null", "true"))!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs Poster with these arguments until it ends or kills itself.</summary>
    public static List<DiskEvent> Run(string log, params IEnumerable<string> arguments)
    {
        string[] trace =
        [
            "-f", "-qq", "-y", "-xx", "-s", "100000", "-e", "trace=pwrite64,write,ftruncate,fsync,fdatasync",
        ];
        var poster = Path.Combine(AppContext.BaseDirectory, "Analytics.Poster.dll");
        using var process = Process.Start(Strace([.. trace, "-o", log, "dotnet", poster, .. arguments]))!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. Events(log)];
    }

    private static ProcessStartInfo Strace(params IEnumerable<string> arguments) => new("strace", arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static IEnumerable<DiskEvent> Events(string log)
    {
        var syncing = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(log))
        {
            if (SyncReturned().Match(line) is { Success: true } returned
                && syncing.Remove(returned.Groups[1].Value, out var synced))
            {
                yield return new DiskEvent(DiskEvent.What.Sync, synced, 0, []);
            }

            if (Call().Match(line) is not { Success: true } call)
            {
                continue;
            }

            var (thread, name) = (call.Groups[1].Value, call.Groups[2].Value);
            var file = Path.GetFileName(Encoding.UTF8.GetString(Bytes(call.Groups[3].Value)));
            var rest = call.Groups[4].Value;
            switch (name)
            {
                case "fsync" or "fdatasync" when rest.Contains("unfinished", StringComparison.Ordinal):
                    syncing[thread] = file;
                    break;
                case "fsync" or "fdatasync":
                    yield return new DiskEvent(DiskEvent.What.Sync, file, 0, []);
                    break;
                case "ftruncate":
                    yield return new DiskEvent(DiskEvent.What.Cut, file, Number(Cut().Match(rest).Groups[1].Value), []);
                    break;
                case "pwrite64":
                    var write = Written().Match(rest);
                    yield return new DiskEvent(
                        DiskEvent.What.Write, file, Number(write.Groups[2].Value), Bytes(write.Groups[1].Value));
                    break;
                case "write" when Said().Match(rest) is { Success: true } said:
                    var text = Encoding.UTF8.GetString(Bytes(said.Groups[1].Value));
                    if (Answer().IsMatch(text))
                    {
                        yield return new DiskEvent(DiskEvent.What.Answer, text.TrimEnd('\n'), 0, []);
                    }

                    break;
            }
        }
    }

    private static byte[] Bytes(string escaped) =>
        Convert.FromHexString(escaped.Replace("\\x", "", StringComparison.Ordinal));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+) +(pwrite64|write|ftruncate|fsync|fdatasync)\(\d+<((?:\\x..)*)>(.*)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(\d+) +<\.\.\. f(?:data)?sync resumed>.*= 0$")]
    private static partial Regex SyncReturned();

    [GeneratedRegex(@"^, ""((?:\\x..)*)"", \d+, (\d+)")]
    private static partial Regex Written();

    [GeneratedRegex(@"^, ""((?:\\x..)*)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"^(?:\(deleted\))?, (\d+)")]
    private static partial Regex Cut();

    [GeneratedRegex(@"^r\d+-\d+-\d+\n$")]
    private static partial Regex Answer();
}
