using System.CommandLine;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Star;
using Analytics.Workspace;

namespace Analytics.Host.Commands;

/// <summary><c>analytics config list | show | run | save | delete | export | import</c>: saved questions.</summary>
internal static class ConfigCommand
{
    /// <summary>Who works at the command line may change what others own.</summary>
    public const string Operator = "cli";

    public static Command Create(Option<string> data) => new("config", Texts.Say("config"))
    {
        List(data),
        Show(data),
        Run(data),
        Save(data),
        Delete(data),
        ConfigFiles.Export(data),
        ConfigFiles.Import(data),
    };

    /// <summary>Null after it was said that there is no such folder.</summary>
    public static async Task<WorkspaceDb?> OpenAsync(DataFolder folder, CancellationToken ct)
    {
        if (Directory.Exists(folder.FullPath))
        {
            return await folder.OpenWorkspaceAsync(ct);
        }

        Terminal.Error(Texts.Say("token.no_folder", folder.FullPath));
        return null;
    }

    /// <summary>Says what became of a saving.</summary>
    public static int Say(ConfigResult result)
    {
        switch (result)
        {
            case ConfigResult.Saved saved:
                Terminal.Error(Texts.Say("config.saved", saved.Config.Name, saved.Config.Version));
                return Exit.Done;
            case ConfigResult.Unchanged unchanged:
                Terminal.Error(Texts.Say("config.unchanged", unchanged.Config.Name, unchanged.Config.Version));
                return Exit.Done;
            case ConfigResult.Deleted deleted:
                Terminal.Error(Texts.Say("config.deleted", deleted.Name));
                return Exit.Done;
            case ConfigResult.NotThere absent:
                Terminal.Error(Texts.Say("config.none", absent.Name));
                return Exit.Refused;
            case ConfigResult.TooLong tooLong:
                Terminal.Error(Texts.Say("config.too_long", tooLong.Name, tooLong.Most));
                return Exit.Refused;
            case ConfigResult.NameInvalid invalid:
                Terminal.Error(Texts.Say("token.name_form", invalid.Name));
                return Exit.Usage;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Command List(Option<string> data)
    {
        var command = new Command("list", Texts.Say("config.list"));
        command.SetAction(async (parsed, ct) =>
        {
            await using var workspace = await OpenAsync(new DataFolder(parsed.GetValue(data)!), ct);
            if (workspace is null)
            {
                return Exit.Refused;
            }

            foreach (var config in await workspace.Configs.ListAsync(ct))
            {
                Terminal.Say(Line(config));
            }

            return Exit.Done;
        });
        return command;
    }

    private static Command Show(Option<string> data)
    {
        var (name, version) = (Name(), Version());
        var command = new Command("show", Texts.Say("config.show")) { name, version };
        command.SetAction(async (parsed, ct) =>
        {
            await using var workspace = await OpenAsync(new DataFolder(parsed.GetValue(data)!), ct);
            if (workspace is null)
            {
                return Exit.Refused;
            }

            var named = parsed.GetValue(name)!;
            if (await workspace.Configs.FindAsync(named, parsed.GetValue(version), ct) is not { } config)
            {
                return Say(new ConfigResult.NotThere(named));
            }

            Terminal.Say(config.Content);
            foreach (var one in await workspace.Configs.VersionsAsync(named, ct))
            {
                Terminal.Error(Line(one));
            }

            return Exit.Done;
        });
        return command;
    }

    private static Command Run(Option<string> data)
    {
        var (name, version, parameters, format) = (Name(), Version(), Parameters(), FormatOption.Create());
        var output = new Option<string?>("--out") { Description = Texts.Say("report.out"), HelpName = "FILE" };
        var generation = new Option<string?>("--generation")
        {
            Description = Texts.Say("report.generation"), HelpName = "ID",
        };
        var paper = PaperOption.Create();
        var command = new Command("run", Texts.Say("config.run"))
        {
            name, version, parameters, format, output, paper, generation,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (ReportCommand.Parameters(parsed.GetValue(parameters) ?? []) is not { } others)
            {
                return Exit.Usage;
            }

            if (await AskedAsync(folder, parsed.GetValue(name)!, parsed.GetValue(version), ct) is not { } query)
            {
                return Exit.Refused;
            }

            var how = new ReportRequest("", others)
            {
                Generation = parsed.GetValue(generation), Culture = Texts.Culture,
            };
            var path = parsed.GetValue(output);
            return await AnswerOutput.WriteAsync(
                folder,
                (runner, write, stop) => query.With(others).RunAsync(
                    new Explorer(runner, MeasureCatalog.Load(Glossary.Load())), how, Scope.Everything, write, stop),
                new AnswerFile(parsed.GetValue(format) ?? FormatOption.Of(path), path)
                {
                    Report = query.Report, Paper = parsed.GetValue(paper) ?? Paper.A4,
                },
                ct);
        });
        return command;
    }

    private static async Task<SavedQuery?> AskedAsync(
        DataFolder folder, string name, long? version, CancellationToken ct)
    {
        await using var workspace = await OpenAsync(folder, ct);
        if (workspace is null)
        {
            return null;
        }

        if (await workspace.Configs.FindAsync(name, version, ct) is not { } config)
        {
            Say(new ConfigResult.NotThere(name));
            return null;
        }

        var query = SavedQuery.Parse(config.Content, out var faults);
        AnswerOutput.SayRefused(faults);
        return query;
    }

    private static Command Save(Option<string> data)
    {
        var (name, parameters) = (Name(), Parameters());
        var report = new Option<string?>("--report") { Description = Texts.Say("config.report"), HelpName = "ID" };
        var explore = new Option<bool>("--explore") { Description = Texts.Say("config.explore") };
        var share = new Option<string[]?>("--share")
        {
            Description = Texts.Say("config.share"), HelpName = "NAME", AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("save", Texts.Say("config.save")) { name, report, explore, parameters, share };
        command.SetAction(async (parsed, ct) =>
        {
            if (ReportCommand.Parameters(parsed.GetValue(parameters) ?? []) is not { } texts)
            {
                return Exit.Usage;
            }

            if (parsed.GetValue(report) is null != parsed.GetValue(explore))
            {
                Terminal.Error(Texts.Say("config.one_of"));
                return Exit.Usage;
            }

            var content = new SavedQuery(parsed.GetValue(report), texts).ToJson();
            if (SavedQuery.Parse(content, out var faults) is null)
            {
                AnswerOutput.SayRefused(faults);
                return Exit.Usage;
            }

            await using var workspace = await OpenAsync(new DataFolder(parsed.GetValue(data)!), ct);
            var draft = new ConfigDraft(parsed.GetValue(name)!, content, parsed.GetValue(share));
            return workspace is null
                ? Exit.Refused
                : Say(await workspace.Configs.SaveAsync(draft, Operator, isOperator: true, ct));
        });
        return command;
    }

    private static Command Delete(Option<string> data)
    {
        var name = Name();
        var command = new Command("delete", Texts.Say("config.delete")) { name };
        command.SetAction(async (parsed, ct) =>
        {
            await using var workspace = await OpenAsync(new DataFolder(parsed.GetValue(data)!), ct);
            return workspace is null
                ? Exit.Refused
                : Say(await workspace.Configs.DeleteAsync(parsed.GetValue(name)!, Operator, isOperator: true, ct));
        });
        return command;
    }

    private static string Line(SavedConfig config) => Texts.Say(
        "config.line", config.Name, config.Version, config.Owner,
        string.Join(", ", config.SharedWith));

    private static Argument<string> Name() => new("NAME") { Description = Texts.Say("config.name") };

    private static Option<long?> Version() => new("--version")
    {
        Description = Texts.Say("config.version"), HelpName = "N",
    };

    private static Option<string[]> Parameters() => new("-p", "--param")
    {
        Description = Texts.Say("report.param"), HelpName = "NAME=VALUE",
    };
}
