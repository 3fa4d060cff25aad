using System.Diagnostics;
using Analytics.Fixtures;

namespace Analytics.Reports.Tests;

/// <summary>A company's own folder of reports, while the catalog is in use.</summary>
public sealed class OwnCatalogTests : IDisposable
{
    private const string Sound = "-- title: 甲 | A\n-- grain: store_code\nselect store_code from sales";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_is_put_changed_or_removed_counts_from_then_on()
    {
        var catalog = Catalog.Load([folder.File("catalog")]);
        var shipped = catalog.Reports.Count;
        Directory.CreateDirectory(folder.File("catalog/own"));

        await File.WriteAllTextAsync(folder.File("catalog/own/a.sql"), Sound);
        await UntilAsync(() => catalog.Find("own/a") is not null);
        catalog.Reports.Should().HaveCount(shipped + 1);

        await File.WriteAllTextAsync(
            folder.File("catalog/own/a.sql"), Sound.Replace("| A", "| Another", StringComparison.Ordinal));
        await UntilAsync(() => catalog.Find("own/a")!.Title.En == "Another");

        File.Delete(folder.File("catalog/own/a.sql"));
        await UntilAsync(() => catalog.Find("own/a") is null);
        catalog.Reports.Should().HaveCount(shipped);
    }

    [Fact]
    public async Task A_wrong_file_is_told_by_its_own_id_and_takes_no_other_with_it()
    {
        Directory.CreateDirectory(folder.File("own"));
        await File.WriteAllTextAsync(
            folder.File("own/bad.sql"), Sound.Replace("grain:", "grian:", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder.File("own/good.sql"), Sound);

        var catalog = Catalog.Load([folder.FullPath]);

        catalog.Find("own/good").Should().NotBeNull();
        catalog.Find("own/bad").Should().BeNull();
        catalog.ErrorsOf("own/bad").Should().Contain(
            error => error.Contains("bad.sql:2: unknown key 'grian'", StringComparison.Ordinal));
        catalog.ErrorsOf("own/good").Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_and_takes_no_other_with_it()
    {
        Directory.CreateDirectory(folder.File("own"));
        File.CreateSymbolicLink(folder.File("own/gone.sql"), folder.File("nowhere.sql"));
        await File.WriteAllTextAsync(folder.File("own/good.sql"), Sound);

        var catalog = Catalog.Load([folder.FullPath]);

        catalog.Find("own/good").Should().NotBeNull();
        catalog.ErrorsOf("own/gone").Should().ContainSingle()
            .Which.Should().Contain("gone.sql:1: the file cannot be read");
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Stopwatch.GetElapsedTime(startedAt).Should().BeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }
    }
}
