using System.CommandLine;
using System.Globalization;
using Analytics.Host.Bench;
using Analytics.Ingest.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Commands;

/// <summary><c>analytics bench</c>: every figure beside its reference, in one run, on a company made for it.</summary>
internal static class BenchCommand
{
    public static Command Create(Option<string> data)
    {
        var lines = LinesOption.Create(Texts.Say("demo.lines"), 200_000);
        var command = new Command("bench", Texts.Say("bench")) { lines };
        command.SetAction((parsed, ct) =>
            RunAsync(new DataFolder(parsed.GetValue(data)!), parsed.GetValue(lines), ct));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder home, long lines, CancellationToken ct)
    {
        var folder = new DataFolder(Path.Combine(home.Temp, $"bench-{Guid.NewGuid():N}"));
        Directory.CreateDirectory(folder.FullPath);
        try
        {
            var rows = new List<BenchRow>();
            await using var book = await folder.OpenBookAsync(ct);
            await using (var journal = await Journal.OpenAsync(book, TimeProvider.System, ct))
            {
                var company = new DemoCompany(new DemoOptions { Lines = lines }, TimeProvider.System);
                rows.AddRange(await new PostingBench(book, journal, folder.FullPath).RunAsync(company, ct));
            }

            rows.AddRange(await LedgerAsync(folder, lines, ct));
            rows.AddRange(await new SnapshotBench(book, folder.Star).RunAsync(ct));
            rows.AddRange(await new ReportBench(folder, book).RunAsync(ct));
            Say(rows);
            return Exit.Done;
        }
        finally
        {
            Directory.Delete(folder.FullPath, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<BenchRow>> LedgerAsync(DataFolder folder, long lines, CancellationToken ct)
    {
        var path = Path.Combine(folder.FullPath, "again.db");
        await using var book = await Book.OpenAsync(path, folder.Day, ct);
        return await new LedgerBench(book, lines).RunAsync(ct);
    }

    private static void Say(List<BenchRow> rows)
    {
        string[][] cells =
        [
            Texts.Say("bench.head").Split('\t'),
            .. rows.Select(row => new[]
            {
                row.What, $"{Number(row.Figure)} {row.Unit}", row.Reference, Number(row.ReferenceFigure),
                row.Ratio.ToString("0.00", CultureInfo.InvariantCulture), row.Note,
            }),
        ];
        var widths = Enumerable.Range(0, cells[0].Length).Select(at => cells.Max(row => row[at].Length)).ToArray();
        foreach (var row in cells)
        {
            Terminal.Say(string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd());
        }
    }

    private static string Number(double value) =>
        value.ToString(value < 100 ? "0.00" : "N0", CultureInfo.InvariantCulture);
}
