using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Ingest.Lineage;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics lineage TABLE[.COLUMN] | --of TABLE[.COLUMN]</c>.</summary>
internal static class LineageCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var name = new Argument<string?>("COLUMN")
        {
            Description = Texts.Say("lineage.name"), Arity = ArgumentArity.ZeroOrOne,
        };
        var of = new Option<string?>("--of") { Description = Texts.Say("lineage.of"), HelpName = "COLUMN" };
        var form = new Option<string>("--format")
        {
            Description = Texts.Say("lineage.form"), HelpName = "table|json", DefaultValueFactory = _ => "table",
        };
        form.AcceptOnlyFromAmong("table", "json");
        var command = new Command("lineage", Texts.Say("lineage")) { name, of, form };
        command.Validators.Add(result =>
        {
            if (result.GetResult(name)?.Tokens.Count is 1 == result.GetResult(of)?.Tokens.Count is 1)
            {
                result.AddError(Texts.Say("lineage.which"));
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var lineage = await StarLineage.ReadAsync(ct);
            var isJson = parsed.GetValue(form) == "json";
            return parsed.GetValue(of) is { } source
                ? SayStanding(lineage, source, isJson)
                : SayFrom(lineage, parsed.GetValue(name)!, isJson);
        });
        return command;
    }

    private static int SayFrom(StarLineage lineage, string name, bool isJson)
    {
        var (table, column) = Parts(name);
        var found = lineage.Of(table, column);
        if (found.Count == 0)
        {
            Terminal.Error(Texts.Say("lineage.unknown", name));
            return Exit.Refused;
        }

        if (isJson)
        {
            Terminal.Say(JsonSerializer.Serialize(found.Select(Said), Json));
            return Exit.Done;
        }

        var glossary = Glossary.Load();
        foreach (var one in found)
        {
            var label = glossary.Find(one.Column.Column)!.Label;
            Terminal.Say($"{one.Column}  {Texts.Pick(label.Zh, label.En)}");
            if (one.Star.Count > 0)
            {
                Terminal.Say(Texts.Say("lineage.star", string.Join(", ", one.Star)));
            }

            foreach (var staged in one.Staging)
            {
                var ledger = staged.Ledger.Count == 0 ? "" : " <- " + string.Join(", ", staged.Ledger);
                Terminal.Say(Texts.Say("lineage.staged", staged.Column, ledger));
            }

            if (one.IsConstant)
            {
                Terminal.Say(Texts.Say("lineage.constant"));
            }
        }

        return Exit.Done;
    }

    private static int SayStanding(StarLineage lineage, string source, bool isJson)
    {
        var (table, column) = Parts(source);
        var found = lineage.StandingOn(table, column);
        if (found.Count == 0)
        {
            Terminal.Error(Texts.Say("lineage.unused", source));
            return Exit.Refused;
        }

        if (isJson)
        {
            Terminal.Say(JsonSerializer.Serialize(
                new { Of = source, Columns = found.Select(one => one.ToString()) }, Json));
            return Exit.Done;
        }

        foreach (var one in found)
        {
            Terminal.Say(one.ToString());
        }

        return Exit.Done;
    }

    private static object Said(ColumnLineage one) => new
    {
        Column = one.Column.ToString(),
        Star = one.Star.Select(star => star.ToString()),
        Staging = one.Staging.Select(staged => new
        {
            Column = staged.Column.ToString(),
            Ledger = staged.Ledger.Select(ledger => ledger.ToString()),
        }),
        one.IsConstant,
    };

    private static (string Table, string? Column) Parts(string name)
    {
        var at = name.IndexOf('.', StringComparison.Ordinal);
        return at < 0 ? (name, null) : (name[..at], name[(at + 1)..]);
    }
}
