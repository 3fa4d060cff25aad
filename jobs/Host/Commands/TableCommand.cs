using System.CommandLine;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Tables;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Commands;

/// <summary><c>analytics table list | template | export | import</c>: targets, budgets and whatever else users keep.
/// </summary>
internal static class TableCommand
{
    public static Command Create(Option<string> data) => new("table", Texts.Say("table"))
    {
        List(),
        Template(data),
        Export(data),
        Import(data),
    };

    private static Command List()
    {
        var command = new Command("list", Texts.Say("table.list"));
        command.SetAction(_ =>
        {
            foreach (var table in KeptTable.All)
            {
                Terminal.Say($"{table.Name}  {Text(table.Title)}");
            }

            return Exit.Done;
        });
        return command;
    }

    private static Command Template(Option<string> data)
    {
        var (name, output) = (Name(), Out());
        var command = new Command("template", Texts.Say("table.template")) { name, output };
        command.SetAction((parsed, ct) => WriteAsync(
            new DataFolder(parsed.GetValue(data)!), parsed.GetValue(name)!, parsed.GetValue(output), false, ct));
        return command;
    }

    private static Command Export(Option<string> data)
    {
        var (name, output) = (Name(), Out());
        var command = new Command("export", Texts.Say("table.export")) { name, output };
        command.SetAction((parsed, ct) => WriteAsync(
            new DataFolder(parsed.GetValue(data)!), parsed.GetValue(name)!, parsed.GetValue(output), true, ct));
        return command;
    }

    private static async Task<int> WriteAsync(
        DataFolder folder, string name, string? path, bool isFilled, CancellationToken ct)
    {
        if (Find(name) is not { } table)
        {
            return Exit.Usage;
        }

        if (path is not null && OutputFile.WhyNot(path) is { } reason)
        {
            Terminal.Error(reason);
            return Exit.Refused;
        }

        await using var book = isFilled ? await folder.OpenExistingBookAsync(ct) : null;
        if (isFilled && book is null)
        {
            return Exit.Refused;
        }

        await using var view = book is null ? null : await book.ReadAsync(ct);
        var file = new TableFile(table, Texts.Culture.Name != "en");
        if (path is null)
        {
            await file.WriteCsvAsync(Terminal.Output, view, ct);
            return Exit.Done;
        }

        await OutputFile.WriteAsync(path, stream =>
            Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
                ? file.WriteXlsxAsync(stream, view, ct)
                : file.WriteCsvAsync(stream, view, ct));
        return Exit.Done;
    }

    private static Command Import(Option<string> data)
    {
        var name = Name();
        var path = new Argument<string>("FILE") { Description = Texts.Say("table.file") };
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.Say("table.dry_run") };
        var command = new Command("import", Texts.Say("table.import")) { name, path, dryRun };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (Find(parsed.GetValue(name)!) is not { } table)
            {
                return Exit.Usage;
            }

            await using var book = await folder.OpenExistingBookAsync(ct);
            if (book is null)
            {
                return Exit.Refused;
            }

            await using var journal = await Journal.OpenAsync(book, TimeProvider.System, ct);
            var import = new TableImport(
                table, parsed.GetValue(dryRun) ? null : journal.PostAsync, book.Day, TimeProvider.System);
            return Say(await import.RunAsync(
                parsed.GetValue(path)!, ConfigCommand.Operator, (folder.Rejects, folder.Temp), ct));
        });
        return command;
    }

    private static int Say(TableOutcome outcome)
    {
        if (outcome is TableOutcome.Refused refused)
        {
            Terminal.Error(Text(refused.Reason));
            return Exit.Refused;
        }

        var result = ((TableOutcome.Finished)outcome).Result;
        Terminal.Say(Text(result.Summary));
        if (result.RejectFile is null)
        {
            return Exit.Done;
        }

        Terminal.Error(Texts.Say("import.rejects", result.RejectFile));
        return Exit.Refused;
    }

    /// <summary>Null after it was said that there is none.</summary>
    private static KeptTable? Find(string name)
    {
        if (KeptTable.Find(name) is { } table)
        {
            return table;
        }

        Terminal.Error(Texts.Say("table.none", name, string.Join(", ", KeptTable.All.Select(known => known.Name))));
        return null;
    }

    private static string Text(Words words) => Texts.Pick(words.Zh, words.En);

    private static Argument<string> Name() => new("NAME") { Description = Texts.Say("table.name") };

    private static Option<string?> Out() => new("--out") { Description = Texts.Say("table.out"), HelpName = "FILE" };
}
