using System.CommandLine;
using System.Globalization;
using Analytics.Ingest.Demo;

namespace Analytics.Host.Commands;

/// <summary><c>--lines</c>: how large a company to make.</summary>
internal static class LinesOption
{
    public static Option<long> Create(string description, long otherwise) => new("--lines")
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!long.TryParse(text, CultureInfo.InvariantCulture, out var lines)
                || lines is < DemoOptions.FewestLines or > DemoOptions.MostLines)
            {
                result.AddError($"--lines {text}: {Texts.Say("demo.lines")}");
            }

            return lines;
        },
    };
}
