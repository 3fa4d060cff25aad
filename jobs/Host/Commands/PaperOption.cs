using System.CommandLine;
using Analytics.Reports.Export;

namespace Analytics.Host.Commands;

/// <summary><c>--paper</c>: what pdf, html and xlsx are laid out for; A4 where it is not given.</summary>
internal static class PaperOption
{
    public static Option<Paper?> Create() => new("--paper")
    {
        Description = Texts.Say("report.paper"),
        HelpName = Paper.Names,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Paper.Find(text) is { } paper)
            {
                return paper;
            }

            result.AddError($"--paper {text}: {Paper.Names}");
            return null;
        },
    };
}
