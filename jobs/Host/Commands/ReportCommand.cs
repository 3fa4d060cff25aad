using System.CommandLine;
using Analytics.Reports;
using Analytics.Reports.Export;

namespace Analytics.Host.Commands;

/// <summary><c>analytics report list | run</c>.</summary>
internal static class ReportCommand
{
    public static Command Create(Option<string> data) => new("report", Texts.Say("report"))
    {
        List(data),
        Run(data),
    };

    /// <summary>The catalog, after its errors were said: the reports that have none are there all the same.</summary>
    public static Catalog LoadCatalog(DataFolder folder)
    {
        var catalog = Catalog.Load([folder.OwnCatalog]);
        foreach (var error in catalog.Errors)
        {
            Terminal.Error(Texts.Say("catalog.bad", error));
        }

        return catalog;
    }

    private static Command List(Option<string> data)
    {
        var command = new Command("list", Texts.Say("report.list"));
        command.SetAction(parsed =>
        {
            var catalog = LoadCatalog(new DataFolder(parsed.GetValue(data)!));
            foreach (var report in catalog.Reports)
            {
                Terminal.Say($"{report.Id}  {report.Title.In(Texts.Culture)}");
                foreach (var parameter in report.Parameters)
                {
                    var given = parameter.Default is { } otherwise
                        ? "=" + otherwise.Replace(", ", ",", StringComparison.Ordinal)
                        : "";
                    Terminal.Say($"  -p {parameter.Name}{given}");
                    var form = parameter.IsList ? Texts.Say("report.list_of", parameter.Form) : parameter.Form;
                    Terminal.Say("       " + form);
                }
            }

            return catalog.Errors.Count == 0 ? Exit.Done : Exit.Usage;
        });
        return command;
    }

    private static Command Run(Option<string> data)
    {
        var id = new Argument<string>("ID") { Description = Texts.Say("report.id") };
        var parameters = new Option<string[]>("-p", "--param")
        {
            Description = Texts.Say("report.param"),
            HelpName = "NAME=VALUE",
        };
        var format = FormatOption.Create();
        var output = new Option<string?>("--out") { Description = Texts.Say("report.out"), HelpName = "FILE" };
        var generation = new Option<string?>("--generation")
        {
            Description = Texts.Say("report.generation"),
            HelpName = "ID",
        };
        var noRollups = new Option<bool>("--no-rollups") { Description = Texts.Say("report.no_rollups") };
        var template = new Option<string?>("--template")
        {
            Description = Texts.Say("report.template"),
            HelpName = "FILE",
        };
        var paper = PaperOption.Create();
        var command = new Command("run", Texts.Say("report.run"))
        {
            id, parameters, format, output, template, paper, generation, noRollups,
        };
        command.SetAction(async (parsed, ct) =>
        {
            if (Parameters(parsed.GetValue(parameters) ?? []) is not { } values)
            {
                return Exit.Usage;
            }

            var request = new ReportRequest(parsed.GetValue(id)!, values)
            {
                Generation = parsed.GetValue(generation),
                UseRollups = !parsed.GetValue(noRollups),
                Culture = Texts.Culture,
            };
            var path = parsed.GetValue(output);
            var into = parsed.GetValue(format) ?? FormatOption.Of(path);
            return await AnswerOutput.WriteAsync(
                new DataFolder(parsed.GetValue(data)!),
                (runner, write, stop) => runner.RunAsync(request, Scope.Everything, write, stop),
                new AnswerFile(into, path)
                {
                    Report = request.ReportId, Template = parsed.GetValue(template),
                    Paper = parsed.GetValue(paper) ?? Paper.A4,
                },
                ct);
        });
        return command;
    }

    /// <summary>Texts of the form NAME=VALUE; null after what is wrong with them was said.</summary>
    public static Dictionary<string, string>? Parameters(string[] texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                Terminal.Error(Texts.Say("report.param_form", text));
                return null;
            }

            if (!values.TryAdd(text[..at], text[(at + 1)..]))
            {
                Terminal.Error(Texts.Say("report.param_twice", text[..at]));
                return null;
            }
        }

        return values;
    }
}
