using Analytics.Fixtures;

namespace Analytics.EndToEnd.Crash;

/// <summary>kill -9 at the steps of a snapshot, while another process reads. Whatever the step, what is served is the
/// old generation or the new one, and the next run ends as one in a clean folder.</summary>
public sealed class SnapshotStepTests
{
    private const int Documents = 400;

    /// <summary>From here on the new generation is the served one.</summary>
    private static readonly string[] AfterTheTurn = ["pointed", "publish", "pruned"];

    [Theory]
    [InlineData("add", "described")]
    [InlineData("whole", "pointed")]
    public Task Killed_there_a_snapshot_leaves_a_whole_generation_and_the_next_run_is_as_a_clean_one(
        string how, string step) => KillAsync(how, _ => [step]);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("add")]
    [InlineData("whole")]
    public Task Killed_at_a_step_of_each_kind_a_snapshot_leaves_a_whole_generation_and_the_next_is_as_a_clean_one(
        string how) => KillAsync(how, SnapshotSteps.OneOfEachKind);

    private static async Task KillAsync(string how, Func<IReadOnlyList<string>, IEnumerable<string>> chosen)
    {
        using var folder = new TempFolder();
        var company = new SnapshotSteps(folder.FullPath);
        await company.PostAsync(Documents);
        await company.TakeAsync("whole");
        await company.PostMoreAsync();
        var steps = (await company.TakeAsync(how)).SkipLast(1).ToList();
        steps.Should().StartWith(how == "add" ? "copied" : "created").And.EndWith("pruned")
            .And.HaveCountGreaterThan(30);
        using var watch = company.Watch();
        List<string> served = [company.Star.Current()!.Generation];
        await UntilSeenAsync(watch, served[^1]);
        foreach (var step in chosen(steps))
        {
            await company.PostMoreAsync();

            using (var killed = await company.StopAsync(how, step, "kill"))
            {
                killed.ShouldEndWith(128 + 9);
                killed.Lines[^1].Should().Be(step);
            }

            var isNew = company.Star.Current()!.Generation != served[^1];
            isNew.Should().Be(AfterTheTurn.Contains(step), step);
            await company.PostMoreAsync();
            await company.TakeAsync(how);
            served.Add(company.Star.Current()!.Generation);
            await UntilSeenAsync(watch, served[^1]);
            company.LeftOver().Should().BeEmpty(step);
        }

        await company.EqualsACleanRunAsync();
        watch.IsRunning.Should().BeTrue(string.Join('\n', watch.Lines.Concat(watch.Errors)));
        watch.Lines.Should().Contain(served).And.NotContain(line => line.StartsWith("torn", StringComparison.Ordinal));
        watch.Lines.Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    private static async Task UntilSeenAsync(Child watch, string generation)
    {
        for (var n = 0; n < 3000 && watch.IsRunning && !watch.Lines.Contains(generation); n++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, default);
        }

        watch.Lines.Should().Contain(generation, string.Join('\n', watch.Errors));
    }
}
