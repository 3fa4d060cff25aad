using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary>The bench still runs, on small numbers: no row of it is held to a time.</summary>
[Trait("Category", "Slow")]
public sealed class BenchTests
{
    [Theory]
    [InlineData("demo", "--lines", "1000", "year_on_year on facts, p50", "export 1 million sale lines, Arrow")]
    [InlineData("filled", "--filled-lines", "20000", "snapshot", "readers")]
    [InlineData("star", "--star-lines", "100000", "best items of a year", "all lines by store")]
    [InlineData("loyalty", "--customers", "5000", "BG/NBD fitted", "a year told of each")]
    public async Task Each_part_measures_and_leaves_nothing_behind(
        string part, string option, string lines, string one, string another)
    {
        using var folder = new TempFolder();

        using var child = await Child.RunAsync(
            "analytics.dll", "bench", "--only", part, option, lines, "--data", folder.FullPath);

        child.ShouldEndWith(0);
        child.Lines.Should().Contain(line => line.Contains(one, StringComparison.Ordinal))
            .And.Contain(line => line.Contains(another, StringComparison.Ordinal));
        Directory.EnumerateFiles(folder.FullPath, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }
}
