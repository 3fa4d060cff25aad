using System.CommandLine;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Mappings;
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
            Arity = ArgumentArity.OneOrMore,
        };
        var map = new Option<string?>("--map") { Description = Texts.Say("import.map"), HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.Say("import.dry_run") };
        var command = new Command("import", Texts.Say("import")) { paths, map, dryRun };
        command.SetAction((parsed, ct) => RunAsync(
            new DataFolder(parsed.GetValue(data)!), parsed.GetValue(paths)!, parsed.GetValue(map),
            parsed.GetValue(dryRun), ct));
        return command;
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
            var mapping = given ?? Choose(catalog, folder, path, ct);
            exit = Math.Max(
                exit, mapping is null ? Exit.Refused : await ImportAsync(importer, Request(mapping, path), ct));
        }

        return exit;

        ImportRequest Request(Mapping mapping, string path) =>
            new(path, mapping, folder.Rejects, folder.Temp) { IsDryRun = isDryRun };
    }

    /// <summary>The mapping that the file fits, or null after saying why there is none.</summary>
    private static Mapping? Choose(MappingCatalog catalog, DataFolder folder, string path, CancellationToken ct)
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
        }

        return (choice as MappingChoice.Found)?.Mapping;
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
