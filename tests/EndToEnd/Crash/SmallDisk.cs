using System.Diagnostics;

namespace Analytics.EndToEnd.Crash;

/// <summary>A disk of some megabytes in memory, where mounting is allowed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => FullPath = path;

    public string FullPath { get; }

    /// <summary>Null where mounting is refused, with the reason.</summary>
    public static (SmallDisk? Disk, string Refused) TryMount(string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        var refused = Run("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path]);
        return refused is null ? (new SmallDisk(path), "") : (null, refused);
    }

    public void Dispose() => Run("umount", ["-l", FullPath]);

    private static string? Run(string program, string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"{program}: {said.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
