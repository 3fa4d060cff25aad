using System.CommandLine;
using System.Globalization;
using System.Text;
using Analytics.Host.Bench;
using Analytics.Ledger;

namespace Analytics.Host.Commands;

/// <summary><c>analytics bench</c>: every figure beside its reference, in one run, on companies made for it.</summary>
internal static class BenchCommand
{
    private static readonly int[] Widths = [52, 20, 26, 9, 5, 0];

    public static Command Create(Option<string> data)
    {
        var lines = LinesOption.Create(Texts.Say("demo.lines"), 200_000);
        var movements = NumberOption.Create("--movements", "bench.movements", 200_000L, 2_000, 100_000_000);
        var fill = NumberOption.Create("--fill-gb", "bench.fill_gb", 0.0, 0, 1000);
        var filled = NumberOption.Create("--filled-lines", "bench.filled_lines", 0L, 0, 100_000_000);
        var star = NumberOption.Create("--star-lines", "bench.star_lines", 0L, 0, 1_000_000_000);
        var customers = NumberOption.Create("--customers", "bench.customers", 1_000_000L, 1_000, 100_000_000);
        var only = new Option<string[]>("--only")
        {
            Description = Texts.Say("bench.only"),
            HelpName = string.Join('|', BenchOptions.AllParts),
        };
        only.AcceptOnlyFromAmong([.. BenchOptions.AllParts]);
        var verify = new Option<bool>("--verify-filled") { Description = Texts.Say("bench.verify_filled") };
        var ledger = new Option<string?>("--ledger")
        {
            Description = Texts.Say("bench.ledger"),
            HelpName = "CONNECTION",
        };
        ledger.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !BookPlace.IsPostgres(given.Value))
            {
                result.AddError(Texts.Say("bench.not_postgres"));
            }
        });
        var command = new Command("bench", Texts.Say("bench"))
        {
            lines, movements, ledger, fill, verify, filled, star, customers, only,
        };
        command.SetAction((parsed, ct) => RunAsync(
            new DataFolder(parsed.GetValue(data)!),
            new BenchOptions(
                parsed.GetValue(only) is { Length: > 0 } parts ? parts : BenchOptions.AllParts,
                parsed.GetValue(lines), parsed.GetValue(movements), parsed.GetValue(ledger))
            {
                FillGigabytes = parsed.GetValue(fill),
                IsFilledVerified = parsed.GetValue(verify),
                FilledLines = parsed.GetValue(filled),
                StarLines = parsed.GetValue(star),
                Customers = parsed.GetValue(customers),
            },
            ct));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder home, BenchOptions options, CancellationToken ct)
    {
        var folder = new DataFolder(Path.Combine(home.Temp, $"bench-{Guid.NewGuid():N}"));
        Directory.CreateDirectory(folder.FullPath);
        try
        {
            await SayAsync(BenchRows.AllAsync(folder, options, ct), ct);
            return Exit.Done;
        }
        finally
        {
            Directory.Delete(folder.FullPath, recursive: true);
        }
    }

    /// <summary>Each row as it is measured: a run over a large book takes hours, and what is known by then is not
    /// lost with it.</summary>
    private static async Task SayAsync(IAsyncEnumerable<BenchRow> rows, CancellationToken ct)
    {
        Say(Texts.Say("bench.head").Split('\t'));
        await foreach (var row in rows.WithCancellation(ct))
        {
            Say(
                row.What, $"{Figure(row.Figure)} {row.Unit}", row.Reference, Figure(row.ReferenceFigure),
                row.Ratio.ToString("0.00", CultureInfo.InvariantCulture), row.Note);
        }
    }

    private static void Say(params ReadOnlySpan<string> cells)
    {
        var line = new StringBuilder();
        for (var at = 0; at < cells.Length; at++)
        {
            line.Append(cells[at].PadRight(Widths[at])).Append("  ");
        }

        Terminal.Say(line.ToString().TrimEnd());
    }

    private static string Figure(double value) =>
        value.ToString(value < 100 ? "0.00" : "N0", CultureInfo.InvariantCulture);
}
