using System.CommandLine;
using Analytics.Reports.Export;

namespace Analytics.Host.Commands;

/// <summary><c>--paper</c>: what pdf, html and xlsx are laid out for.</summary>
internal static class PaperOption
{
    public static Option<Paper> Create() => new("--paper")
    {
        Description = Texts.Say("report.paper"),
        HelpName = Paper.Names,
        DefaultValueFactory = _ => Paper.A4,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Paper.Find(text) is { } paper)
            {
                return paper;
            }

            result.AddError($"--paper {text}: {Paper.Names}");
            return Paper.A4;
        },
    };
}
