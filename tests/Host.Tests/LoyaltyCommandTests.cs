using System.Text.Json;
using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary>Customers judged on the command line, and the reports that read what came of it.</summary>
public sealed class LoyaltyCommandTests
{
    [Fact]
    public async Task Customers_are_judged_and_reports_tell_of_them()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "3000", "--no-serve")).ShouldEndWith(0);
        using var before = await RunAsync(folder, "report", "run", "customers/loyalty", "--format", "json");
        before.Lines.Should().Contain(line => line.Contains("run 'analytics loyalty'", StringComparison.Ordinal));

        using var judged = await RunAsync(folder, "loyalty", "--floor-days", "7");

        judged.ShouldEndWith(0);
        judged.Lines.Should().ContainSingle().Which.Should().MatchRegex("^judged [0-9,]+ customers in ");
        var customers = await RowsAsync(folder, "customers/loyalty");
        customers.Should().BeGreaterThan(20);
        judged.Lines[0].Should().Contain($" {customers:N0} customers");
        foreach (var report in new[] { "bridge", "churn_levels", "cohorts", "loyalty_models", "rfm", "migration" })
        {
            (await RowsAsync(folder, "customers/" + report)).Should().BePositive(report);
        }
    }

    [Fact]
    public async Task Without_a_generation_or_with_a_window_of_no_sense_nothing_is_judged()
    {
        using var folder = new TempFolder();

        using var none = await RunAsync(folder, "loyalty");
        using var wrong = await RunAsync(folder, "loyalty", "--window-days", "5");

        none.ShouldEndWith(1);
        none.Errors.Should().ContainSingle().Which.Should().Contain("analytics snapshot");
        wrong.ShouldEndWith(2);
    }

    private static async Task<int> RowsAsync(TempFolder folder, string report)
    {
        using var child = await RunAsync(folder, "report", "run", report, "--format", "json");
        child.ShouldEndWith(0);
        using var json = JsonDocument.Parse(string.Join('\n', child.Lines));
        return json.RootElement.GetProperty("rows").GetArrayLength();
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);
}
