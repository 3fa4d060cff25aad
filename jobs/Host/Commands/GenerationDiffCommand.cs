using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Ingest;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics generation diff A B</c>.</summary>
internal static class GenerationDiffCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(Option<string> data)
    {
        var before = new Argument<string>("A") { Description = Texts.Say("generation.id") };
        var after = new Argument<string>("B") { Description = Texts.Say("generation.id") };
        var rows = NumberOption.Create("--rows", "generation.diff_rows", 50, 1, 10_000);
        var form = new Option<string>("--format")
        {
            Description = Texts.Say("generation.diff_form"), HelpName = "table|json",
            DefaultValueFactory = _ => "table",
        };
        form.AcceptOnlyFromAmong("table", "json");
        var command = new Command("diff", Texts.Say("generation.diff")) { before, after, rows, form };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            await using var book = await folder.OpenExistingBookAsync(ct);
            if (book is null)
            {
                return Exit.Refused;
            }

            var found = await GenerationDiff.OfAsync(
                book, folder.Star, (parsed.GetValue(before)!, parsed.GetValue(after)!), parsed.GetValue(rows), ct);
            Say(found, parsed.GetValue(form) == "json");
            return Exit.Done;
        });
        return command;
    }

    private static void Say(GenerationDifference found, bool asJson)
    {
        if (asJson)
        {
            Terminal.Say(JsonSerializer.Serialize(
                new
                {
                    Before = Named(found.Star.Before), After = Named(found.Star.After), found.IsOfOtherProgram,
                    found.Star.Tables, found.Star.Months, found.Star.MonthsLeftOff, found.Star.Annexes, found.Entries,
                    found.Documents,
                },
                Json));
            return;
        }

        var (before, after) = (found.Star.Before, found.Star.After);
        Terminal.Say(Texts.Say("generation.diff_head", before.Generation, before.Seq, after.Generation, after.Seq));
        if (found.IsOfOtherProgram)
        {
            Terminal.Say(Texts.Say("generation.diff_program"));
        }

        SayTables(found.Star);
        SayEntries(found);
    }

    private static object Named(Manifest manifest) =>
        new { manifest.Generation, manifest.Seq, manifest.CompleteTo };

    private static void SayTables(StarDifference star)
    {
        if (star.Tables.Count == 0 && star.Annexes.Count == 0)
        {
            Terminal.Say(Texts.Say("generation.diff_same"));
        }

        foreach (var table in star.Tables)
        {
            Terminal.Say(Texts.Say(
                table.Added is null ? "generation.diff_columns" : "generation.diff_table", table.Table,
                Count(table.RowsBefore), Count(table.RowsAfter), Count(table.Added), Count(table.Removed),
                Count(table.Changed)));
        }

        foreach (var annex in star.Annexes)
        {
            Terminal.Say(Texts.Say(
                "generation.diff_annex", annex.Table, Count(annex.Before?.Rows), Count(annex.After?.Rows),
                annex.Before?.FromGeneration ?? "-", annex.After?.FromGeneration ?? "-"));
        }

        foreach (var month in star.Months)
        {
            Terminal.Say(Texts.Say(
                "generation.diff_month", month.MonthKey, month.Table, month.Measure, Amount(month.Before),
                Amount(month.After), Amount(month.Difference)));
        }

        if (star.MonthsLeftOff > 0)
        {
            Terminal.Say(Texts.Say("generation.diff_more", Show.Count(star.MonthsLeftOff)));
        }
    }

    private static void SayEntries(GenerationDifference found)
    {
        foreach (var group in found.Entries)
        {
            Terminal.Say(Texts.Say(
                "generation.diff_entries", group.Kind, Show.Count(group.Count), Show.Count(group.BackdatedCount),
                Show.Count(group.AdjustmentCount), Amount(group.AdjustedAmount)));
        }

        foreach (var document in found.Documents)
        {
            Terminal.Say(Texts.Say(
                "generation.diff_document", document.Seq, document.Kind, document.DocumentNo,
                Show.Date(document.BusinessDate),
                document.IsBackdated ? Texts.Say("generation.diff_backdated") : "",
                Show.Count(document.AdjustmentCount), Amount(document.AdjustedAmount)));
        }
    }

    private static string Count(long? count) => count is { } number ? Show.Count(number) : "-";

    private static string Amount(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
