using System.Diagnostics;
using System.Globalization;
using Analytics.Ingest.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>Posting the demo company, which the rows of snapshot and reports are about.</summary>
internal static class DemoBench
{
    public static async Task<BenchRow> RunAsync(Book book, long lines, CancellationToken ct)
    {
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, ct);
        var company = new DemoCompany(new DemoOptions { Lines = lines }, TimeProvider.System);
        var startedAt = Stopwatch.GetTimestamp();
        var made = company.Batches().Sum(batch => (long)batch.Count);
        var making = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        startedAt = Stopwatch.GetTimestamp();
        var summary = await company.PostAsync(journal.PostAsync, null, ct);
        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        return new BenchRow(
            "posting the demo company", made / seconds, "documents/s",
                "making it up only", made / making, string.Create(
                CultureInfo.InvariantCulture, $"{summary.Documents:N0} documents in {seconds:0.0} s"));
    }
}
