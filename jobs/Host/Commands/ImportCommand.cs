using System.CommandLine;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Commands;

/// <summary><c>analytics import PATH…</c>.</summary>
internal static class ImportCommand
{
    public static Command Create(Option<string> data)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = Texts.Say("import.paths"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var map = new Option<string?>("--map") { Description = Texts.Say("import.map"), HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.Say("import.dry_run") };
        var template = new Option<string?>("--template")
        {
            Description = Texts.Say("import.template"),
            HelpName = "KIND",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = new Option<string?>("--out") { Description = Texts.Say("import.out"), HelpName = "FILE" };
        var command = new Command("import", Texts.Say("import")) { paths, map, dryRun, template, output };
        command.Validators.Add(result =>
        {
            if (result.GetResult(template) is null && result.GetResult(paths) is not { Tokens.Count: > 0 })
            {
                result.AddError(Texts.Say("usage.missing", paths.Name));
            }
        });
        command.SetAction((parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            return parsed.GetResult(template) is null
                ? RunAsync(folder, parsed.GetValue(paths)!, parsed.GetValue(map), parsed.GetValue(dryRun), ct)
                : TemplateAsync(folder, parsed.GetValue(template), parsed.GetValue(output), ct);
        });
        return command;
    }

    /// <summary>Writes the template of a kind; without one, lists the kinds.</summary>
    private static async Task<int> TemplateAsync(DataFolder folder, string? kind, string? path, CancellationToken ct)
    {
        if (kind is null)
        {
            foreach (var (name, words) in Template.Kinds)
            {
                Terminal.Say(words.En == words.Zh ? name : $"{name}  {words.Zh}");
            }

            return Exit.Done;
        }

        if (Template.Find(kind) is not { } template)
        {
            Terminal.Error(Texts.Say("import.no_kind", kind));
            return Exit.Usage;
        }

        if (path is not null && OutputFile.WhyNot(path) is { } reason)
        {
            Terminal.Error(reason);
            return Exit.Refused;
        }

        var isChinese = Texts.Culture.Name != "en";
        if (path is null)
        {
            await template.WriteCsvAsync(Terminal.Output, isChinese, folder.Day);
            return Exit.Done;
        }

        await OutputFile.WriteAsync(path, stream =>
            Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
                ? template.WriteXlsxAsync(stream, isChinese, folder.Day, ct)
                : template.WriteCsvAsync(stream, isChinese, folder.Day));
        return Exit.Done;
    }

    private static async Task<int> RunAsync(
        DataFolder folder, string[] paths, string? map, bool isDryRun, CancellationToken ct)
    {
        Mapping? given = null;
        if (map is not null && (given = MappingCatalog.Read(map, out var errors)) is null)
        {
            return Usage(errors);
        }

        var catalog = MappingCatalog.Load(folder.OwnMappings);
        if (given is null && catalog.Errors.Count > 0)
        {
            return Usage(catalog.Errors);
        }

        if (!paths.Any(Path.Exists))
        {
            // Nothing to read makes no book either.
            foreach (var path in paths)
            {
                Terminal.Error(Texts.Say("import.missing", path));
            }

            return Exit.Refused;
        }

        await using var book = await folder.OpenBookAsync(ct);
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, ct);
        var importer = new Importer(journal.PostAsync, book.Day, TimeProvider.System);
        var exit = Exit.Done;
        foreach (var path in paths)
        {
            var choice = given is null ? Choose(catalog, folder, path, ct) : new MappingChoice.Found(given);
            exit = Math.Max(
                exit,
                choice is null
                    ? Exit.Refused
                    : await ImportAsync(importer, Request((choice as MappingChoice.Found)?.Mapping, path), ct));
        }

        return exit;

        ImportRequest Request(Mapping? mapping, string path) =>
            new(path, mapping, folder.Rejects, folder.Temp) { IsDryRun = isDryRun };
    }

    /// <summary>The mapping that the file fits, or that it is a template; null after saying why it is neither.
    /// </summary>
    private static MappingChoice? Choose(MappingCatalog catalog, DataFolder folder, string path, CancellationToken ct)
    {
        if (!Path.Exists(path))
        {
            Terminal.Error(Texts.Say("import.missing", path));
            return null;
        }

        var choice = catalog.Choose(path, folder.Temp, ct);
        if (choice is MappingChoice.None none)
        {
            Terminal.Error(Text(none.Reason));
            return null;
        }

        return choice;
    }

    private static async Task<int> ImportAsync(Importer importer, ImportRequest request, CancellationToken ct)
    {
        var outcome = await importer.RunAsync(request, new SayProgress<ImportProgress>(Line), ct);
        if (outcome is ImportOutcome.Refused refused)
        {
            Terminal.Error(Text(refused.Reason));
            return Exit.Refused;
        }

        var result = ((ImportOutcome.Finished)outcome).Result;
        foreach (var warning in result.Warnings)
        {
            Terminal.Error(Text(warning));
        }

        Terminal.Say($"{Path.GetFileName(request.Path)} [{result.Mapping}] {Text(result.Summary)}");
        if (result.RejectFile is not null)
        {
            Terminal.Error(Texts.Say("import.rejects", result.RejectFile));
        }

        return result.HasRefusals ? Exit.Refused : Exit.Done;
    }

    private static string Line(ImportProgress at) => at.IsChecking
        ? Texts.Say("import.checking", Show.Count(at.Rows))
        : Texts.Say(
            "import.progress", Show.Count(at.Rows), Show.Count(at.TotalRows), Show.Count(at.Counts.DocumentsPosted),
            Show.Count(at.Counts.DocumentsAlreadyThere), Show.Count(at.Counts.DocumentsRefused));

    private static string Text(Words words) => Texts.Pick(words.Zh, words.En);

    private static int Usage(IReadOnlyList<string> errors)
    {
        foreach (var error in errors)
        {
            Terminal.Error(error);
        }

        return Exit.Usage;
    }
}
