using System.CommandLine;
using System.CommandLine.Parsing;

namespace Analytics.Host;

/// <summary>Answers a wrong command line.</summary>
internal static class Usage
{
    /// <summary>A line for each thing that is wrong and the help that explains it; who gave no verb gets the help.
    /// </summary>
    public static int Say(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0)
        {
            HelpText.Say(parsed.CommandResult);
            return Exit.Usage;
        }

        var errors = parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => Texts.Say("usage.unknown", token))
            : parsed.Errors.Select(Message);
        foreach (var error in errors)
        {
            Terminal.Error(Texts.Say("usage", error, HelpText.NameOf(parsed.CommandResult)));
        }

        return Exit.Usage;
    }

    /// <summary>What is missing, in our words; what is wrong was said in them by whoever reads it.</summary>
    private static string Message(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } =>
            Texts.Say("usage.no_value", option.Option.Name),
        ArgumentResult { Tokens.Count: 0 } argument => Texts.Say("usage.missing", argument.Argument.Name),
        OptionResult { IdentifierTokenCount: > 0, Tokens.Count: 0 } option =>
            Texts.Say("usage.no_value", option.Option.Name),
        _ => error.Message,
    };
}
