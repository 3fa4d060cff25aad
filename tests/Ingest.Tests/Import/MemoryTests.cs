using System.Globalization;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Tests.Import;

/// <summary>What an import holds does not grow with the file. Runs alone: what other tests hold would be
/// counted.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests : IDisposable
{
    private readonly ImportDesk desk = new();

    public MemoryTests() => desk.Book.IsForgetful = true;

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_ten_times_as_long_holds_no_more_memory(bool isSorted)
    {
        await PeakOf(2_000, isSorted);
        var small = await PeakOf(15_000, isSorted);
        var large = await PeakOf(150_000, isSorted);
        (large - small).Should().BeLessThan(isSorted ? 60 << 20 : 16 << 20);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_file_of_300_megabytes_holds_no_more_than_a_few() =>
        (await PeakOf(6_000_000, isSorted: false)).Should().BeLessThan(96 << 20);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_line_of_two_gigabytes_is_refused_in_one_line_without_being_held()
    {
        var path = desk.Write("rows.csv", $"{ImportDesk.Head}\n1,2020-01-01,S1,\"");
        await using (var file = new FileStream(path, FileMode.Append))
        {
            var part = new byte[1 << 20];
            Array.Fill(part, (byte)'x');
            for (var n = 0; n < 2100; n++)
            {
                await file.WriteAsync(part);
            }
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);

        var said = await desk.RefuseAsync(path);

        said.En.Should().Contain("longer than 1 MB").And.NotContain("\n");
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(64 << 20);
        desk.Leftovers().Should().BeEmpty();
    }

    [Fact]
    public async Task A_template_ten_times_as_long_holds_no_more_memory()
    {
        await PeakOf(1_000);
        var small = await PeakOf(15_000);
        var large = await PeakOf(150_000);
        (large - small).Should().BeLessThan(16 << 20);
    }

    private async Task<long> PeakOf(int rows)
    {
        var path = desk.Write("rows.csv", "kind,document_no,date,store,item,qty,net_amount\n");
        await using (var writer = new StreamWriter(path, append: true))
        {
            for (var n = 0; n < rows; n++)
            {
                await writer.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"sale,document-{n / 3},2020-01-01,S1,item-{n % 500},1,{n % 1000}.25"));
            }
        }

        return await PeakOf(path, null, rows);
    }

    /// <summary>The most that was live at a moment of progress, above what was live before.</summary>
    private async Task<long> PeakOf(int rows, bool isSorted)
    {
        var path = await WriteAsync(rows);
        var mapping = isSorted
            ? ImportDesk.Small(("\"source\": {}", "\"source\": {}, \"sort\": true"))
            : ImportDesk.Small();
        return await PeakOf(path, mapping, rows);
    }

    private async Task<long> PeakOf(string path, Mapping? mapping, int rows)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = new Peak();
        var outcome = await desk.RunAsync(path, mapping, progress: peak);
        outcome.Should().BeOfType<ImportOutcome.Finished>().Which.Result.RowsRead.Should().Be(rows);
        return peak.Most - before;
    }

    private async Task<string> WriteAsync(int rows)
    {
        var path = desk.Write("rows.csv", ImportDesk.Head + "\n");
        await using var writer = new StreamWriter(path, append: true);
        for (var n = 0; n < rows; n++)
        {
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"document-{n / 3},2020-01-01,S1,item-{n % 500},1,{n % 1000}.25"));
        }

        return path;
    }

    private sealed class Peak : IProgress<ImportProgress>
    {
        private long reports;

        public long Most { get; private set; }

        public void Report(ImportProgress value)
        {
            if (reports++ % 40 == 0)
            {
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }
}
