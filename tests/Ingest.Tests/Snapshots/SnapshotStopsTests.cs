using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Stopped anywhere, a snapshot leaves a whole generation served and nothing else behind.</summary>
public sealed class SnapshotStopsTests
{
    /// <summary>From here on the new generation is the served one.</summary>
    private static readonly string[] AfterTheTurn = ["pointed", "publish"];

    /// <summary>Of the many extracts, loads and audits one of each; all of them in the slow suite.</summary>
    [Fact]
    public Task Failing_at_a_step_of_each_kind_leaves_the_old_or_the_new_generation_and_no_leftovers() =>
        FailAsync(isWhole: false, OneOfEachKind);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(true)]
    [InlineData(false)]
    public Task Failing_at_any_step_leaves_the_old_or_the_new_generation_and_no_leftovers(bool isWhole) =>
        FailAsync(isWhole, steps => steps);

    [Fact]
    public Task Cancelling_at_a_step_of_each_kind_before_the_file_has_its_name_changes_nothing() =>
        CancelAsync(isWhole: true, OneOfEachKind);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(true)]
    [InlineData(false)]
    public Task Cancelling_at_any_step_before_the_file_has_its_name_changes_nothing(bool isWhole) =>
        CancelAsync(isWhole, steps => steps);

    private static IEnumerable<string> OneOfEachKind(IEnumerable<string> steps) =>
        steps.GroupBy(step => step.Split(' ')[0], (_, ofKind) => ofKind.ToList())
            .Select(ofKind => ofKind[ofKind.Count / 2]);

    private static async Task FailAsync(bool isWhole, Func<IEnumerable<string>, IEnumerable<string>> chosen)
    {
        await using var company = await CompanyFolder.CreateAsync(20);
        var isFresh = false;
        foreach (var step in chosen(await StepsAsync(company, isWhole)))
        {
            if (!isFresh)
            {
                Published(await company.SnapshotAsync(new() { Full = true }));
                await company.PostMoreAsync();
            }

            var before = company.Star.Current()!.Generation;

            var run = () => company.SnapshotAsync(new() { Full = isWhole, AtStep = Fail(step) });

            await run.Should().ThrowAsync<IOException>(step);
            var isNew = company.Star.Current()!.Generation != before;
            isNew.Should().Be(AfterTheTurn.Contains(step), step);
            LeftOver(company).Should().BeEmpty(step);
            isFresh = !isNew;
        }

        await company.PostMoreAsync();
        Published(await company.SnapshotAsync());
    }

    private static async Task CancelAsync(bool isWhole, Func<IEnumerable<string>, IEnumerable<string>> chosen)
    {
        await using var company = await CompanyFolder.CreateAsync(20);
        var steps = await StepsAsync(company, isWhole);
        Published(await company.SnapshotAsync(new() { Full = true }));
        await company.PostMoreAsync();
        var before = company.Star.Current()!.Generation;
        foreach (var step in chosen(steps.TakeWhile(step => step != "named")))
        {
            using var stop = new CancellationTokenSource();

            var run = () => company.SnapshotAsync(
                new() { Full = isWhole, AtStep = name => Cancel(stop, name == step) }, stop.Token);

            await run.Should().ThrowAsync<OperationCanceledException>(step);
            company.Star.Current()!.Generation.Should().Be(before, step);
            LeftOver(company).Should().BeEmpty(step);
        }
    }

    /// <summary>The steps of a whole build, or of adding to what is served.</summary>
    private static async Task<List<string>> StepsAsync(CompanyFolder company, bool isWhole)
    {
        Published(await company.SnapshotAsync());
        await company.PostMoreAsync();
        var steps = new List<string>();
        Published(await company.SnapshotAsync(new() { Full = isWhole, AtStep = steps.Add }));
        steps.Should().StartWith(isWhole ? "created" : "copied").And.EndWith("publish")
            .And.HaveCountGreaterThan(30);
        return steps;
    }

    private static Action<string> Fail(string step) =>
        name => _ = name == step ? throw new IOException("the disk is gone") : name;

    private static void Cancel(CancellationTokenSource stop, bool now)
    {
        if (now)
        {
            stop.Cancel();
        }
    }
}
