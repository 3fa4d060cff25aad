using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>--threads</c> and <c>--memory</c>: what a build may use of the machine.</summary>
internal static partial class SessionOptions
{
    private const int MostThreads = 256;

    /// <summary>Of a job that the schedule runs: one of the threads is left to those who read meanwhile.</summary>
    public static StarSessionOptions BesideReaders { get; } =
        new() { Threads = Math.Max(1, Environment.ProcessorCount - 1) };

    public static Option<int> Threads() => new("--threads")
    {
        Description = Texts.Say("snapshot.threads"),
        DefaultValueFactory = _ => new StarSessionOptions().Threads,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!int.TryParse(text, CultureInfo.InvariantCulture, out var threads) || threads is < 1 or > MostThreads)
            {
                result.AddError($"--threads {text}: {Texts.Say("snapshot.threads")}");
            }

            return threads;
        },
    };

    public static Option<string> Memory() => new("--memory")
    {
        Description = Texts.Say("snapshot.memory"),
        DefaultValueFactory = _ => new StarSessionOptions().MemoryLimit,
        HelpName = "SIZE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!Size().IsMatch(text))
            {
                result.AddError($"--memory {text}: {Texts.Say("snapshot.memory")}");
            }

            return text;
        },
    };

    [GeneratedRegex("^[1-9][0-9]{0,5}(MB|GB)$")]
    private static partial Regex Size();
}
