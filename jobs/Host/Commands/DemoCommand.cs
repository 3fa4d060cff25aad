using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics.Ingest.Demo;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Commands;

/// <summary><c>analytics demo</c>: the first thing a newcomer runs.</summary>
internal static class DemoCommand
{
    public static Command Create(Option<string> data)
    {
        var lines = LinesOption.Create(Texts.Say("demo.lines"), new DemoOptions().Lines);
        var seed = new Option<int>("--seed")
        {
            Description = Texts.Say("demo.seed"),
            DefaultValueFactory = _ => new DemoOptions().Seed,
            HelpName = "S",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!int.TryParse(text, CultureInfo.InvariantCulture, out var number))
                {
                    result.AddError(Texts.Say("usage.whole", "--seed", text));
                }

                return number;
            },
        };
        var noServe = new Option<bool>("--no-serve") { Description = Texts.Say("demo.no_serve") };
        var urls = UrlsOption.Create();
        var command = new Command("demo", Texts.Say("demo")) { lines, seed, noServe, urls };
        command.SetAction((parsed, ct) => RunAsync(
            new DataFolder(parsed.GetValue(data)!),
            new DemoOptions { Lines = parsed.GetValue(lines), Seed = parsed.GetValue(seed) },
            parsed.GetValue(noServe) ? null : parsed.GetValue(urls),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(
        DataFolder folder, DemoOptions options, string? urls, CancellationToken ct)
    {
        if (urls is not null && !UrlsOption.CanListen(urls))
        {
            return Exit.Refused;
        }

        if (!File.Exists(folder.DemoMark))
        {
            if (await folder.HasBookAsync(ct))
            {
                Terminal.Error(Texts.Say("demo.not_empty", folder.FullPath));
                return Exit.Refused;
            }

            await MakeAsync(folder, options, ct);
        }

        await using (var book = await folder.OpenBookAsync(ct))
        {
            var published = await SnapshotCommand.RunAsync(folder, book, new(), ct);
            if (published != Exit.Done || urls is null)
            {
                return published;
            }
        }

        await LoyaltyCommand.RunAsync(folder, new(), ct);
        return await ServeCommand.RunAsync(folder, urls, isDemo: true, SayTotal, ct);
    }

    /// <summary>Makes the company, or leaves nothing of it.</summary>
    private static async Task MakeAsync(DataFolder folder, DemoOptions options, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        try
        {
            DemoSummary summary;
            await using (var book = await folder.OpenBookAsync(ct))
            await using (var journal = await Journal.OpenAsync(book, TimeProvider.System, ct))
            {
                Terminal.Say(Texts.Say("demo.making"));
                var company = new DemoCompany(options, TimeProvider.System);
                summary = await company.PostAsync(journal.PostAsync, new SayProgress<DemoProgress>(Line), ct);
            }

            var mark = JsonSerializer.Serialize(new { options.Lines, options.Seed });
            await File.WriteAllTextAsync(folder.DemoMark, mark, ct);
            Terminal.Say(Texts.Say(
                "demo.made", Show.Count(summary.SaleLines), Show.Count(summary.ReturnLines),
                Show.Count(summary.PurchaseLines), Show.Count(summary.Documents), Show.Date(summary.FirstDate),
                Show.Date(summary.LastDate), Show.Seconds(Stopwatch.GetElapsedTime(startedAt).TotalSeconds)));
        }
        catch
        {
            // The book was made by this run, so what is in it is half a company and nobody's.
            foreach (var file in Directory.EnumerateFiles(folder.FullPath, "ledger.db*"))
            {
                File.Delete(file);
            }

            throw;
        }
    }

    private static string Line(DemoProgress at) =>
        $"{Show.Count(at.SaleLines)}/{Show.Count(at.OfLines)}  {Show.Date(at.Reached)}";

    private static void SayTotal()
    {
        using var process = Process.GetCurrentProcess();
        var elapsed = TimeProvider.System.GetLocalNow().DateTime - process.StartTime;
        Terminal.Say(Texts.Say("demo.total", Show.Seconds(elapsed.TotalSeconds)));
    }
}
