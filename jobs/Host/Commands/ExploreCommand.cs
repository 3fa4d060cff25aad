using System.CommandLine;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics explore</c>: any measures by any dimensions.</summary>
internal static class ExploreCommand
{
    /// <summary>Option and the name its text goes by, in the order of the help.</summary>
    private static readonly (string Option, string Name, string Form)[] Texted =
    [
        ("--measures", "measures", "A,B"),
        ("--by", "by", "X,Y"),
        ("--where", "where", "X=A|B;Y~TEXT"),
        ("--period", "period", "NAME"),
        ("--from", "from_date", "DATE"),
        ("--to", "to_date", "DATE"),
        ("--grain", "grain", "day|week|month|quarter|year"),
        ("--compare", "compare", "WINDOW,WINDOW"),
        ("--tax-basis", "tax_basis", "taxpayer|net|gross"),
        ("--amount-unit", "amount_unit", "yuan|wan"),
        ("--across", "across", "X"),
        ("--top", "top", "N"),
        ("--others", "others", "true|false"),
        ("--sort", "sort", "[+]COLUMN"),
        ("--having", "having", "COLUMN>=NUMBER;…"),
        ("--subtotals", "subtotals", "true|false"),
    ];

    public static Command Create(Option<string> data)
    {
        var options = Texted.Select(entry => (entry.Name, Option: new Option<string?>(entry.Option)
        {
            Description = Texts.Say("explore." + entry.Name),
            HelpName = entry.Form,
        })).ToList();
        var format = FormatOption.Create();
        var output = new Option<string?>("--out") { Description = Texts.Say("report.out"), HelpName = "FILE" };
        var generation = new Option<string?>("--generation")
        {
            Description = Texts.Say("report.generation"),
            HelpName = "ID",
        };
        var noRollups = new Option<bool>("--no-rollups") { Description = Texts.Say("report.no_rollups") };
        var command = new Command("explore", Texts.Say("explore")) { Names(data) };
        options.ForEach(entry => command.Options.Add(entry.Option));
        var paper = PaperOption.Create();
        Option[] others = [format, output, paper, generation, noRollups];
        Array.ForEach(others, command.Options.Add);
        command.SetAction(async (parsed, ct) =>
        {
            var texts = options.Where(entry => parsed.GetValue(entry.Option) is not null)
                .ToDictionary(entry => entry.Name, entry => parsed.GetValue(entry.Option)!, StringComparer.Ordinal);
            if (ExploreText.Read(texts, out var faults) is not { } query)
            {
                AnswerOutput.SayRefused(faults);
                return Exit.Usage;
            }

            query = query with
            {
                Generation = parsed.GetValue(generation),
                UseRollups = !parsed.GetValue(noRollups),
                Culture = Texts.Culture,
            };
            var path = parsed.GetValue(output);
            var into = new AnswerFile(parsed.GetValue(format) ?? FormatOption.Of(path), path)
            {
                Paper = parsed.GetValue(paper) ?? Paper.A4,
            };
            return await AnswerOutput.WriteAsync(
                new DataFolder(parsed.GetValue(data)!),
                (runner, write, stop) => new Explorer(runner, MeasureCatalog.Load(Glossary.Load()))
                    .RunAsync(query, Scope.Everything, write, stop),
                into,
                ct);
        });
        return command;
    }

    private static Command Names(Option<string> data)
    {
        var command = new Command("names", Texts.Say("explore.names"));
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            var glossary = Glossary.Load();
            var catalog = MeasureCatalog.Load(glossary);
            var known = await DimensionsAsync(folder, catalog, ct);
            foreach (var relation in catalog.All.GroupBy(measure => measure.Relation))
            {
                Terminal.Say(relation.Key.Length == 0 ? Texts.Say("explore.derived") : relation.Key);
                foreach (var measure in relation)
                {
                    Terminal.Say($"  {measure.Name}  {measure.Entry.Label.In(Texts.Culture)}  {measure.Entry.Meaning}");
                }

                if (known.TryGetValue(relation.Key, out var dimensions))
                {
                    Terminal.Say("  " + Texts.Say("explore.by_any", string.Join(", ", dimensions)));
                }
            }

            return Exit.Done;
        });
        return command;
    }

    /// <summary>By relation; nothing where there is no generation yet.</summary>
    private static async Task<Dictionary<string, IReadOnlyList<string>>> DimensionsAsync(
        DataFolder folder, MeasureCatalog catalog, CancellationToken ct)
    {
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!Directory.Exists(folder.FullPath) || folder.Star.Current() is null)
        {
            return known;
        }

        await using var readers = new StarReaders(
            folder.Star, new StarReadersOptions { WarmUp = false });
        await using var lease = await readers.RentAsync(null, ct);
        foreach (var relation in catalog.All.Select(measure => measure.Relation).Distinct())
        {
            if (await Dimensions.OfAsync(lease, relation, ct) is { Count: > 0 } dimensions)
            {
                known[relation] = dimensions;
            }
        }

        return known;
    }
}
