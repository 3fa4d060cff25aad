using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Analytics.Host;

/// <summary>The page that <c>--help</c> shows, in one language throughout: what the verb does, examples, then its
/// parts.</summary>
internal static class HelpText
{
    /// <summary>Whatever else stands on the line, right or wrong.</summary>
    public static bool IsAskedFor(ParseResult parsed) => parsed.RootCommandResult.Command.Options
        .OfType<HelpOption>().Any(help => parsed.GetResult(help) is { Implicit: false });

    public static void Say(CommandResult result)
    {
        var command = result.Command;
        var options = Options(result);
        Terminal.Say(command.Description ?? "");
        Terminal.Say("");
        var verb = command.Subcommands.Count > 0 ? [Texts.Say("help.verb")] : command.Arguments.Select(Placeholder);
        string[] form = [NameOf(result), .. verb, Texts.Say("help.options_short")];
        Terminal.Say(Texts.Say("help.usage", string.Join(' ', form)));
        Section("help.arguments", command.Arguments.Select(argument => (Placeholder(argument), argument.Description)));
        Section("help.options", options.Select(option => (Left(option), (string?)Right(option))));
        Section(
            "help.verbs",
            command.Subcommands.Select(sub =>
                (string.Join(' ', [sub.Name, .. sub.Arguments.Select(Placeholder)]), sub.Description)));
    }

    /// <summary>Such as <c>analytics report run</c>.</summary>
    public static string NameOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : "analytics";

    private static void Section(string title, IEnumerable<(string Left, string? Right)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Terminal.Say("");
        Terminal.Say(Texts.Say(title));
        var width = all.Max(row => row.Left.Length);
        foreach (var (left, right) in all)
        {
            // What follows the first line of a verb is for its own page.
            Terminal.Say($"  {left.PadRight(width)}  {(right ?? "").Split('\n')[0]}".TrimEnd());
        }
    }

    private static List<Option> Options(CommandResult result)
    {
        var own = result.Command.Options.ToList();
        for (var at = result.Parent as CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            own.AddRange(at.Command.Options.Where(option => option.Recursive));
        }

        return own;
    }

    private static string Placeholder(Argument argument) =>
        $"<{argument.Name}>" + (argument.Arity.MaximumNumberOfValues > 1 ? "…" : "");

    private static string Left(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).Where(name => name is not "-?" and not "/?"
            and not "/h").OrderBy(name => name.Length));
        return option.HelpName is { } value ? $"{names} <{value}>" : names;
    }

    private static string Right(Option option) => option.HelpName is not null && option.HasDefaultValue
        ? Texts.Say("help.default", option.Description, option.GetDefaultValue())
        : option.Description ?? "";
}
