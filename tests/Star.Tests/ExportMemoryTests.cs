using Analytics.Fixtures;

namespace Analytics.Star.Tests;

/// <summary>What an export of a million rows takes.</summary>
public sealed class ExportMemoryTests : IDisposable
{
    private const long Megabyte = 1 << 20;

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_million_rows_are_exported_in_the_memory_that_a_hundred_thousand_take()
    {
        var folder = new StarFolder(temp.File("star"));
        var small = await ManySales.PublishAsync(folder, 100_000);
        var large = await ManySales.PublishAsync(folder, 1_000_000);
        var options = new StarExportOptions
        {
            Format = StarFileFormat.Arrow, Session = new() { MemoryLimit = "200MB", Threads = 2 },
        };
        await StarExport.WriteAsync(folder, small, temp.File("warm"), options, default);

        var few = await ManySales.PeakAsync(
            () => StarExport.WriteAsync(folder, small, temp.File("small"), options, default));
        var many = await ManySales.PeakAsync(
            () => StarExport.WriteAsync(folder, large, temp.File("large"), options, default));

        var file = new FileInfo(temp.File("large", "fact_sales", "202301.arrow"));
        file.Length.Should().BeGreaterThan(250 * Megabyte, "else there is nothing to bound");
        (many - few).Should().BeLessThan(150 * Megabyte);
    }
}
