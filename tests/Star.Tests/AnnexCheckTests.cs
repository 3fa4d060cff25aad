using Analytics.Fixtures;

namespace Analytics.Star.Tests;

/// <summary>Rows that cannot be are not served: each fault of an annex that is read off a table.</summary>
public sealed class AnnexCheckTests : IDisposable
{
    private static readonly DateOnly AsOf = new(2025, 3, 10);
    private static readonly DateOnly Month = new(2025, 1, 1);

    private readonly TempFolder temp = new();
    private readonly StarFolder folder;

    public AnnexCheckTests() => folder = new StarFolder(temp.File("star"));

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData("member", 0, 10, 10, null)]
    [InlineData("member", 0, 10, 10, "twice")]
    [InlineData("staff", 0, 10, 10, "population_kind staff")]
    [InlineData("member", -1, 10, 10, "months_since -1")]
    [InlineData("member", 1, 10, 11, "more buyers than began")]
    [InlineData("member", 0, 10, 9, "fewer buyers than began")]
    public async Task A_cohort_that_cannot_be_is_told(string kind, int since, long began, long bought, string? fault)
    {
        var outcome = await PublishAsync("fact_cohort", fault == "twice" ? 2 : 1, rows => rows
            .Append(kind).Append(Month).Append(since).Append(AsOf).Append(began).Append(bought).Append(1m));

        ShouldBe(outcome, fault);
    }

    [Theory]
    [InlineData("member", "bg_nbd", 1, true, true, null)]
    [InlineData("wholesale", "hazard", 0, false, false, null)]
    [InlineData("member", "nbd", 1, false, false, "twice")]
    [InlineData("staff", "nbd", 1, false, false, "population_kind staff")]
    [InlineData("member", "guess", 1, false, false, "model_name guess")]
    [InlineData("member", "nbd", -1, false, false, "a count below 0")]
    [InlineData("member", "nbd", 1, true, false, "used without parameters")]
    [InlineData("member", "bg_nbd", 1, true, false, "used without parameters")]
    public async Task A_fit_that_cannot_be_is_told(
        string kind, string model, int expected, bool isReliedOn, bool hasParameters, string? fault)
    {
        var outcome = await PublishAsync("fact_loyalty_fit", fault == "twice" ? 2 : 1, rows =>
        {
            rows.Append(kind).Append(model).Append(AsOf).Append(90).Append(10L)
                .Append((decimal)expected).Append(1m).Append(1m).AppendNull();
            for (var parameter = 0; parameter < 7; parameter++)
            {
                _ = hasParameters ? rows.Append(1m) : rows.AppendNull();
            }

            return rows.Append(isReliedOn);
        });

        ShouldBe(outcome, fault);
    }

    private static void ShouldBe(AnnexOutcome outcome, string? fault)
    {
        if (fault is null)
        {
            outcome.Should().BeOfType<AnnexOutcome.Published>();
        }
        else
        {
            outcome.Should().BeOfType<AnnexOutcome.Refused>().Which.Rows.Should().Contain(
                row => row.StartsWith(fault, StringComparison.Ordinal));
        }
    }

    private async Task<AnnexOutcome> PublishAsync(string table, int times, Func<RowAppender, RowAppender> append)
    {
        var plain = await SampleStar.BuildAsync(folder, new() { Days = 2 }, TimeProvider.System);
        await using var build = await AnnexBuild.StartAsync(
            folder, table, new AnnexOptions { FromGeneration = plain.Manifest.Generation }, TimeProvider.System,
            default);
        using (var rows = build.AppendRows())
        {
            for (var row = 0; row < times; row++)
            {
                append(rows).EndRow();
            }
        }

        return await build.PublishAsync(default);
    }
}
