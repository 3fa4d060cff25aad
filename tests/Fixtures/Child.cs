using System.Diagnostics;
using System.Globalization;

namespace Analytics.Fixtures;

/// <summary>A process of ours, run to its end or killed in the midst of its work.</summary>
public sealed class Child : IDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly List<string> errors = [];

    /// <param name="assembly">Its file beside the tests', such as <c>analytics.dll</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public Child(string assembly, params IEnumerable<string> arguments)
        : this(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]))
    {
    }

    private Child(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["ANALYTICS_LANG"] = "en";
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whole lines it said so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>Lines of stderr so far: refusals, faults, progress.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (errors)
            {
                return [.. errors];
            }
        }
    }

    public static async Task<Child> RunAsync(string assembly, params IEnumerable<string> arguments)
    {
        var child = new Child(assembly, arguments);
        await child.process.WaitForExitAsync();
        return child;
    }

    /// <summary>Runs one under a shell, which is to end in <c>exec "$@"</c>.</summary>
    public static async Task<Child> RunShellAsync(
        string shell, string assembly, params IEnumerable<string> arguments)
    {
        var child = new Child(new ProcessStartInfo(
            "bash",
            ["-c", shell, "bash", "dotnet", Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]));
        await child.process.WaitForExitAsync();
        return child;
    }

    public int ExitCode => process.ExitCode;

    public bool IsRunning => !process.HasExited;

    public Task WaitAsync() => process.WaitForExitAsync();

    /// <summary>SIGKILL, as the kernel or the power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as Ctrl-C does.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    /// <summary>Throws, with what it said, where it ended otherwise.</summary>
    public void ShouldEndWith(int exit)
    {
        if (process.ExitCode != exit)
        {
            throw new InvalidOperationException(
                $"{process.StartInfo.ArgumentList[0]} ended with {process.ExitCode}, not {exit}; it said "
                + string.Join('\n', Lines.Concat(Errors)));
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static void Keep(List<string> to, string? line)
    {
        if (line is not null)
        {
            lock (to)
            {
                to.Add(line);
            }
        }
    }
}
