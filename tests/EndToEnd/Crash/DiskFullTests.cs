using Analytics.Fixtures;

namespace Analytics.EndToEnd.Crash;

/// <summary>The disk is full, or a file may grow no more, in the midst of a snapshot: one line says so, the old
/// generation is served, nothing is left behind, and once there is room the next run works.</summary>
public sealed class DiskFullTests
{
    private const int Megabytes = 256;

    [SkippableTheory]
    [InlineData("add", "extract document_line")]
    public Task A_disk_full_after_a_step_leaves_the_old_generation_and_nothing_else(string how, string step) =>
        FillAsync(how, _ => [step]);

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("add")]
    [InlineData("whole")]
    public Task A_disk_full_after_a_step_of_each_kind_leaves_a_whole_generation_and_nothing_else(string how) =>
        FillAsync(how, SnapshotSteps.OneOfEachKind);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_limit_on_the_size_of_files_stepped_over_a_build_leaves_the_old_generation_and_nothing_else()
    {
        using var folder = new TempFolder();
        var company = new SnapshotSteps(folder.FullPath);
        await company.PostAsync(60);
        await company.TakeAsync("whole");
        var before = company.Star.Current()!;
        var kilobytes = (int)(new FileInfo(company.Star.BasePath(before)).Length >> 10);
        var failed = 0;
        for (var limit = 40; ; limit += Math.Max(16, kilobytes / 12))
        {
            using var child = await LimitedAsync(limit, folder.FullPath);
            if (child.ExitCode == 0)
            {
                break;
            }

            failed++;
            limit.Should().BeLessThan(kilobytes * 4);
            child.ExitCode.Should().Be(1, string.Join('\n', child.Errors));
            child.Errors.Should().ContainSingle(line => line.StartsWith("failed", StringComparison.Ordinal))
                .Which.Should().Contain($"the disk of {folder.FullPath} is full");
            company.Star.Current()!.Generation.Should().Be(before.Generation);
            company.LeftOver().Should().BeEmpty();
        }

        failed.Should().BeGreaterThan(5);
        company.Star.Current()!.Generation.Should().NotBe(before.Generation);
        await company.EqualsACleanRunAsync();
    }

    private static async Task FillAsync(string how, Func<IReadOnlyList<string>, IEnumerable<string>> chosen)
    {
        using var folder = new TempFolder();
        var (disk, refused) = SmallDisk.TryMount(folder.File("disk"), Megabytes);
        Skip.If(disk is null, $"no disk can be mounted here ({refused})");
        using (disk)
        {
            var company = new SnapshotSteps(disk!.FullPath);
            await company.PostAsync(400);
            await company.TakeAsync("whole");
            await company.PostMoreAsync();
            var steps = (await company.TakeAsync(how)).SkipLast(1).ToList();
            foreach (var step in chosen(steps))
            {
                await FillAsync(company, how, step);
            }

            await company.EqualsACleanRunAsync();
        }
    }

    private static async Task FillAsync(SnapshotSteps company, string how, string step)
    {
        var before = company.Star.Current()!.Generation;
        var ballast = Path.Combine(Path.GetDirectoryName(company.Star.FullPath)!, "ballast");
        await company.PostMoreAsync();
        using (var child = await company.StopAsync(how, step, "fill"))
        {
            File.Exists(ballast).Should().BeTrue($"{step}: {string.Join("; ", child.Lines)}");
            var isNew = company.Star.Current()!.Generation != before;
            child.ShouldEndWith(isNew ? 0 : 1);
            child.Lines[^1].Should().StartWith(isNew ? "ended Published" : "failed ", step);
            company.LeftOver().Should().BeEmpty(step);
        }

        File.Delete(ballast);
        await company.PostMoreAsync();
        await company.TakeAsync(how);
        company.Star.Current()!.Generation.Should().NotBe(before, step);
    }

    /// <summary>A write past the limit fails; without the trap the system would end the process instead.</summary>
    private static Task<Child> LimitedAsync(int kilobytes, string data) => Child.RunShellAsync(
        $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"",
        "analytics.dll", "snapshot", "--full", "--data", data);
}
