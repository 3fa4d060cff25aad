using System.Text;

namespace Analytics.Host;

/// <summary>The terminal: results to stdout, errors and progress to stderr. Progress redraws one line on a terminal and
/// is a plain line every few seconds elsewhere.</summary>
internal static class Terminal
{
#pragma warning disable RS0030 // The one place that speaks to the terminal.
    private static readonly bool IsInteractive = !Console.IsErrorRedirected;
    private static readonly TimeSpan Pause = IsInteractive ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5);
    private static readonly Lock Gate = new();
    private static long lastAt;
    private static int drawn;

    public static Stream Output { get; } = Console.OpenStandardOutput();

    public static void UseUtf8()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
    }

    public static void Say(string line)
    {
        lock (Gate)
        {
            Clear();
            Console.Out.WriteLine(line);
        }
    }

    public static void Error(string line)
    {
        lock (Gate)
        {
            Clear();
            Console.Error.WriteLine(line.ReplaceLineEndings(" "));
        }
    }

    public static void Progress(string line)
    {
        lock (Gate)
        {
            var now = TimeProvider.System.GetTimestamp();
            if (lastAt == 0 && !IsInteractive)
            {
                // A log needs no line about what takes no time.
                lastAt = now;
            }

            if (lastAt != 0 && TimeProvider.System.GetElapsedTime(lastAt, now) < Pause)
            {
                return;
            }

            lastAt = now;
            Clear();
            Console.Error.Write(IsInteractive ? line : line + Environment.NewLine);
            drawn = IsInteractive ? line.Length : 0;
        }
    }

    private static void Clear()
    {
        if (drawn > 0)
        {
            // A Chinese character is two columns wide.
            Console.Error.Write("\r" + new string(' ', drawn * 2) + "\r");
            drawn = 0;
        }
    }
#pragma warning restore RS0030
}
