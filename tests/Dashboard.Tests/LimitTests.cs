using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Workspace;

namespace Analytics.Dashboard.Tests;

/// <summary>Reports that never end, asked for by many requests at once.</summary>
public sealed class LimitTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const int Most = AccessSetup.ReportsAtOnce + AccessSetup.ReportsWaiting;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("/api/v1/reports/slow?lang=en", "application/problem+json")]
    [InlineData("/report/slow?lang=en", "text/html")]
    public async Task Who_has_many_reports_running_is_told_to_wait_and_nobody_else_is(string address, string type)
    {
        await WriteSlowAsync();
        using var busy = await SignedInAsync();
        using var stop = new CancellationTokenSource();
        var running = await RunningAsync(busy, address, stop.Token);

        using var refused = (await running.First(one => one.IsCompleted))!;
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
        refused.Content.Headers.ContentType!.MediaType.Should().Be(type);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("Too many of your reports run at once");

        // Of the same account, what runs no report; and another's reports.
        using var other = await dashboard.ProgramAsync(TokenScope.ReadReports);
        foreach (var (client, path) in new[]
        {
            (busy, "/health/live"), (busy, "/reports"), (busy, "/api/v1/reports"), (busy, "/api/v1/generation"),
            (other, "/api/v1/reports/sales/ranking"), (dashboard.Owner, "/"),
        })
        {
            using var answer = await client.OpenAsync(path);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
        }

        running.Count(one => !one.IsCompleted).Should().Be(Most);
        await stop.CancelAsync();
        await Task.WhenAll(running);
        await UntilAsync(async () =>
        {
            using var answer = await busy.OpenAsync("/api/v1/reports/sales/ranking");
            return answer.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task Both_languages_say_it()
    {
        await WriteSlowAsync();
        using var busy = await dashboard.ProgramAsync(TokenScope.ReadReports);
        using var stop = new CancellationTokenSource();
        var running = await RunningAsync(busy, "/api/v1/reports/slow", stop.Token);
        using var refused = (await running.First(one => one.IsCompleted))!;
        using var json = JsonDocument.Parse(await refused.Content.ReadAsStreamAsync());
        json.RootElement.GetProperty("detail").GetString().Should().Contain("同时运行的报表太多");
        json.RootElement.GetProperty("type").GetString().Should().Be("/problems/too-many-requests");
        running.Count(one => !one.IsCompleted).Should().Be(Most);
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    private async Task WriteSlowAsync()
    {
        Directory.CreateDirectory(dashboard.OwnCatalog);
        await File.WriteAllTextAsync(Path.Combine(dashboard.OwnCatalog, "slow.sql"), """
            -- title: 慢 | Slow
            -- grain: store_code
            select min(store_code) as store_code from sales, range(100000000) a, range(100000000) b
            """);
        await UntilAsync(async () => (await dashboard.Owner.PageAsync("/api/v1/reports"))
            .Contains("\"slow\"", StringComparison.Ordinal));
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var name = "analyst " + Guid.NewGuid().ToString("N");
        await dashboard.Accounts.CreateAsync(
            new(name, Passwords.Hash(TestDashboard.Password), Role.Analyst), default);
        var client = dashboard.Client();
        await client.SignInAsync(name, TestDashboard.Password);
        return client;
    }

    /// <summary>More at once than there is room for: as many run and wait as may, and the rest are refused.</summary>
    private static async Task<List<Task<HttpResponseMessage?>>> RunningAsync(
        HttpClient client, string address, CancellationToken ct)
    {
        var running = Enumerable.Range(0, Most + 5).Select(_ => AskAsync(client, address, ct)).ToList();
        await UntilAsync(() => Task.FromResult(running.Count(one => one.IsCompleted) == 5));
        return running;
    }

    /// <summary>Null where the asker went away.</summary>
    private static async Task<HttpResponseMessage?> AskAsync(HttpClient client, string address, CancellationToken ct)
    {
        try
        {
            return await client.GetAsync(new Uri(address, UriKind.Relative), ct);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Stopwatch.GetElapsedTime(startedAt).Should().BeLessThan(Soon, "it should have come by now");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }
    }
}
