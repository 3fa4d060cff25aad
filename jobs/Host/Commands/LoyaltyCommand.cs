using System.CommandLine;
using System.Diagnostics;
using Analytics.Reports.Analysis.Loyalty;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics loyalty</c>: judges every customer of the served generation.</summary>
internal static class LoyaltyCommand
{
    public static Command Create(Option<string> data)
    {
        var standard = new LoyaltyOptions();
        var window = NumberOption.Create("--window-days", "loyalty.window", standard.WindowDays, 30, 3650);
        var least = NumberOption.Create("--min-purchases", "loyalty.least", standard.MinPurchases, 2, 100);
        var floor = NumberOption.Create("--floor-days", "loyalty.floor", standard.FloorDays, 1, 365);
        var span = NumberOption.Create("--span-days", "loyalty.span", standard.SpanDays, 7, 365);
        var threads = SessionOptions.Threads();
        var memory = SessionOptions.Memory();
        var command = new Command("loyalty", Texts.Say("loyalty")) { window, least, floor, span, threads, memory };
        command.SetAction((parsed, ct) => RunAsync(
            new DataFolder(parsed.GetValue(data)!),
            new LoyaltyOptions
            {
                WindowDays = parsed.GetValue(window),
                MinPurchases = parsed.GetValue(least),
                FloorDays = parsed.GetValue(floor),
                SpanDays = parsed.GetValue(span),
                Session = new() { Threads = parsed.GetValue(threads), MemoryLimit = parsed.GetValue(memory)! },
            },
            ct));
        return command;
    }

    /// <summary>Judges them and says what came of it; answers the exit code.</summary>
    public static async Task<int> RunAsync(DataFolder folder, LoyaltyOptions options, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        switch (await LoyaltyAnnex.PublishAsync(folder.Star, options, TimeProvider.System, ct))
        {
            case AnnexOutcome.Published { Manifest: var manifest }:
                var customers = manifest.Annexes.Single(annex => annex.Table == "fact_loyalty").Rows;
                Terminal.Say(Texts.Say(
                    "loyalty.done", manifest.Generation, Show.Count(customers),
                    Show.Seconds(Stopwatch.GetElapsedTime(startedAt).TotalSeconds)));
                return Exit.Done;
            case AnnexOutcome.Refused refused:
                Terminal.Error(refused.Line);
                return Exit.Refused;
            default:
                throw new UnreachableException();
        }
    }
}
