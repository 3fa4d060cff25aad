using System.CommandLine;
using Analytics.Reports.Export;

namespace Analytics.Host.Commands;

/// <summary><c>--format</c>: the form of an answer.</summary>
internal static class FormatOption
{
    private const string Formats = "table|json|csv|xlsx|html|pdf|png|svg|parquet|arrow";

    public static Option<ExportFormat?> Create() => new("--format")
    {
        Description = Texts.Say("report.format"),
        HelpName = Formats,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            foreach (var known in Enum.GetValues<ExportFormat>())
            {
                if (text.Equals(known.ToString(), StringComparison.OrdinalIgnoreCase))
                {
                    return known;
                }
            }

            result.AddError($"--format {text}: {Formats}");
            return null;
        },
    };

    /// <summary>As the file's name ends; a table where it says nothing.</summary>
    public static ExportFormat Of(string? path) => Enum.GetValues<ExportFormat>()
        .FirstOrDefault(format => ReportFile.Extension(format)
            .Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));
}
