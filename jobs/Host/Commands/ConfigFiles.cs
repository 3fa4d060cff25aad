using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Reports;
using Analytics.Workspace;

namespace Analytics.Host.Commands;

/// <summary><c>analytics config export | import</c>: saved questions as a file for review, or for another company.
/// </summary>
internal static class ConfigFiles
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Export(Option<string> data)
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = Texts.Say("config.names"), Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string?>("--out") { Description = Texts.Say("report.out"), HelpName = "FILE" };
        var command = new Command("export", Texts.Say("config.export")) { names, output };
        command.SetAction(async (parsed, ct) =>
        {
            await using var workspace = await ConfigCommand.OpenAsync(new DataFolder(parsed.GetValue(data)!), ct);
            if (workspace is null)
            {
                return Exit.Refused;
            }

            var asked = parsed.GetValue(names) ?? [];
            var all = await workspace.Configs.ListAsync(ct);
            if (asked.FirstOrDefault(name => all.All(config => config.Name != name)) is { } absent)
            {
                return ConfigCommand.Say(new ConfigResult.NotThere(absent));
            }

            var kept = all.Where(config => asked.Length == 0 || asked.Contains(config.Name));
            var text = new JsonArray([.. kept.Select(Node)]).ToJsonString(Json) + "\n";
            if (parsed.GetValue(output) is not { } path)
            {
                Terminal.Say(text.TrimEnd());
                return Exit.Done;
            }

            if (OutputFile.WhyNot(path) is { } reason)
            {
                Terminal.Error(reason);
                return Exit.Refused;
            }

            await OutputFile.WriteAsync(
                path, stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), ct).AsTask());
            Terminal.Error(Texts.Say("report.written", path));
            return Exit.Done;
        });
        return command;
    }

    public static Command Import(Option<string> data)
    {
        var file = new Argument<string>("FILE") { Description = Texts.Say("config.file") };
        var command = new Command("import", Texts.Say("config.import")) { file };
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetValue(file)!;
            if (Drafts(await File.ReadAllTextAsync(path, ct), path) is not { } drafts)
            {
                return Exit.Refused;
            }

            await using var workspace = await ConfigCommand.OpenAsync(new DataFolder(parsed.GetValue(data)!), ct);
            if (workspace is null)
            {
                return Exit.Refused;
            }

            foreach (var draft in drafts)
            {
                var code = ConfigCommand.Say(
                    await workspace.Configs.SaveAsync(draft, ConfigCommand.Operator, isOperator: true, ct));
                if (code != Exit.Done)
                {
                    return code;
                }
            }

            return Exit.Done;
        });
        return command;
    }

    private static JsonNode Node(SavedConfig config) => new JsonObject
    {
        ["name"] = config.Name,
        ["shared_with"] = new JsonArray([.. config.SharedWith.Select(name => (JsonNode)name)]),
        ["query"] = JsonNode.Parse(config.Content),
    };

    /// <summary>All of a file's questions; null after everything that is wrong with them was said.</summary>
    private static List<ConfigDraft>? Drafts(string text, string path)
    {
        var drafts = new List<ConfigDraft>();
        var isWhole = true;
        try
        {
            foreach (var node in JsonNode.Parse(text)!.AsArray())
            {
                var query = node!["query"]!.ToJsonString(Json);
                var parsed = SavedQuery.Parse(query, out var faults);
                AnswerOutput.SayRefused(faults);
                isWhole &= parsed is not null;
                drafts.Add(new ConfigDraft(
                    node["name"]!.GetValue<string>(),
                    parsed?.ToJson() ?? "",
                    node["shared_with"]?.AsArray().Select(name => name!.GetValue<string>()).ToList() ?? []));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            Terminal.Error(Texts.Say("config.file_form", path));
            return null;
        }

        return isWhole ? drafts : null;
    }
}
