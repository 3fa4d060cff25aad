using System.CommandLine;
using System.Globalization;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics generation list | rollback | diff | export | copy | prune</c>.</summary>
internal static class GenerationCommand
{
    public static Command Create(Option<string> data) => new("generation", Texts.Say("generation"))
    {
        List(data),
        Rollback(data),
        GenerationDiffCommand.Create(data),
        GenerationExportCommand.Create(data),
        GenerationCopyCommand.Create(data),
        Prune(data),
    };

    private static Command List(Option<string> data)
    {
        var command = new Command("list", Texts.Say("generation.list"));
        command.SetAction(parsed =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            var served = folder.Star.Current()?.Generation;
            foreach (var manifest in folder.Star.List())
            {
                var mark = manifest.Generation == served ? '*' : ' ';
                var moment = Show.Moment(manifest.CompleteTo, folder.Day);
                var rows = Show.Count(manifest.Rows.Values.Sum());
                Terminal.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mark} {manifest.Generation}  seq {manifest.Seq}  {moment}  {rows}"));
                foreach (var annex in manifest.Annexes)
                {
                    Terminal.Say(Texts.Say(
                        "generation.annex", annex.Table, Show.Count(annex.Rows), annex.FromGeneration,
                        Show.Moment(annex.MadeAt, folder.Day)));
                }
            }

            if (served is null)
            {
                var isEmpty = folder.Star.List().Count == 0;
                Terminal.Error(Texts.Say(isEmpty ? "generation.none" : "generation.none_served"));
            }
        });
        return command;
    }

    private static Command Prune(Option<string> data)
    {
        var rule = new Pruning();
        var keep = NumberOption.Create("--keep", "generation.keep", rule.Newest, 0, int.MaxValue);
        var days = NumberOption.Create("--days", "generation.days", rule.Days, 0, 36_500);
        var command = new Command("prune", Texts.Say("generation.prune")) { keep, days };
        command.SetAction(parsed =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            var (deleted, bytes) = folder.Star.Prune(
                new Pruning(parsed.GetValue(keep), parsed.GetValue(days)), TimeProvider.System.GetUtcNow());
            foreach (var manifest in deleted)
            {
                Terminal.Say(manifest.Generation);
            }

            Terminal.Say(Texts.Say("generation.pruned", Show.Count(deleted.Count), Show.Count(bytes >> 20)));
        });
        return command;
    }

    private static Command Rollback(Option<string> data)
    {
        var id = new Argument<string>("ID") { Description = Texts.Say("generation.id") };
        var command = new Command("rollback", Texts.Say("generation.rollback")) { id };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            var generation = parsed.GetValue(id)!;
            var options = new StarReadersOptions { WarmUp = false };
            await using (var readers = new StarReaders(folder.Star, options))
            {
                // What cannot be read is not pointed to.
                await using var lease = await readers.RentAsync(generation, ct);
            }

            folder.Star.PointTo(generation);
            var manifest = folder.Star.Current()!;
            Terminal.Say(Texts.Say(
                "generation.now", manifest.Generation, Show.Moment(manifest.CompleteTo, folder.Day)));
        });
        return command;
    }
}
