using System.Globalization;
using Analytics.Fixtures;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Reports.Tests.Export;

/// <summary>What a report of a million rows takes as a file.</summary>
public sealed class LargeMemoryTests : IDisposable
{
    private const long Megabyte = 1 << 20;

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Arrow)]
    public async Task A_million_rows_are_written_in_the_memory_that_a_hundred_thousand_take(ExportFormat format)
    {
        // Both stand before anything is measured: what building one took stays with the process for a while.
        var (small, large) = (new StarFolder(temp.File("small")), new StarFolder(temp.File("large")));
        await ManySales.PublishAsync(small, 100_000);
        await ManySales.PublishAsync(large, 1_000_000);
        await WriteAsync(small, format, 100_000);

        var few = await ManySales.PeakAsync(() => WriteAsync(small, format, 100_000));
        var many = await ManySales.PeakAsync(() => WriteAsync(large, format, 1_000_000));

        (many - few).Should().BeLessThan(200 * Megabyte);
    }

    private async Task WriteAsync(StarFolder folder, ExportFormat format, int rows)
    {
        var session = new StarSessionOptions { MemoryLimit = "200MB", Threads = 2 };
        await using var readers = new StarReaders(folder, new() { Session = session, WarmUp = false });
        var runner = new ReportRunner(
            readers, Catalog.Load(null), Glossary.Load(), TimeProvider.System, Company.Zone);
        var request = new ReportRequest("sales/detail", new Dictionary<string, string>
        {
            ["from_date"] = "2023-01-01", ["to_date"] = "2023-01-31",
        });
        await using var file = new FileStream(temp.File("lines"), FileMode.Create, FileAccess.ReadWrite);
        var options = new ExportOptions(CultureInfo.InvariantCulture, temp.File("tmp"));
        var outcome = await runner.RunAsync(
            request with { MostHeld = 1_000 }, Scope.Everything,
            (stream, ct) => ReportFile.WriteAsync(stream, format, options, file, ct), default);
        outcome.Should().BeOfType<ReportOutcome.Written>();
        file.Length.Should().BeGreaterThan(rows * 10L);
    }
}
