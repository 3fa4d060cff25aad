using System.CommandLine;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics generation export FOLDER</c>.</summary>
internal static class GenerationExportCommand
{
    public static Command Create(Option<string> data)
    {
        var into = new Argument<string>("FOLDER") { Description = Texts.Say("generation.export_into") };
        var since = new Option<string?>("--since")
        {
            Description = Texts.Say("generation.export_since"), HelpName = "FOLDER",
        };
        var format = new Option<StarFileFormat>("--format")
        {
            Description = Texts.Say("generation.export_format"), HelpName = "parquet|arrow",
            DefaultValueFactory = _ => StarFileFormat.Parquet,
            CustomParser = result => result.Tokens[0].Value == "arrow" ? StarFileFormat.Arrow : StarFileFormat.Parquet,
        };
        format.AcceptOnlyFromAmong("parquet", "arrow");
        var generation = new Option<string?>("--generation")
        {
            Description = Texts.Say("report.generation"), HelpName = "ID",
        };
        var command = new Command("export", Texts.Say("generation.export")) { into, format, since, generation };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            var asked = parsed.GetValue(generation);
            if ((asked is null ? folder.Star.Current() : folder.Star.Find(asked)) is not { } manifest)
            {
                Terminal.Error(Texts.Say(asked is null ? "generation.none" : "generation.unknown", asked));
                return Exit.Refused;
            }

            var options = new StarExportOptions
            {
                Format = parsed.GetValue(format),
                Since = parsed.GetValue(since) is { } path ? ExportManifest.Read(path) : null,
            };
            var target = parsed.GetValue(into)!;
            var export = await StarExport.WriteAsync(folder.Star, manifest, target, options, ct);
            var written = export.Tables.SelectMany(table => table.Files).Where(file => file.IsWritten).ToList();
            Terminal.Say(Texts.Say(
                "generation.exported", export.Generation, Show.Count(written.Count),
                Show.Count(written.Sum(file => file.Rows)), target));
            return Exit.Done;
        });
        return command;
    }
}
