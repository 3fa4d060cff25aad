using Analytics.Fixtures;

namespace Analytics.Star.Tests;

public sealed class StarGenerationTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_sample_generation_is_built_published_and_read_through_the_readers()
    {
        var folder = new StarFolder(temp.File("star"));
        var sample = await SampleStar.BuildAsync(folder, new() { Days = 90 }, TimeProvider.System);
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);

        await using var command = lease.Connection.CreateCommand();
        command.CommandText =
            $"select sales_amount(net_amount), count(*) from {lease.Schema}.fact_sales";
        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).Should().BeTrue();

        reader.GetDecimal(0).Should().Be(sample.Sales.Sum(sale => sale.Figures.Net));
        reader.GetInt64(1).Should().Be(sample.Sales.Count);
        lease.Manifest.Rows["fact_sales"].Should().Be(sample.Sales.Count);
    }
}
