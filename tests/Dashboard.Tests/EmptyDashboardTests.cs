using System.Net;
using Analytics.Dashboard.Tests.Api;
using Analytics.Workspace;

namespace Analytics.Dashboard.Tests;

public sealed class EmptyDashboardTests : IAsyncLifetime, IDisposable
{
    private readonly TestDashboard dashboard = new() { HasStar = false };

    public Task InitializeAsync() => dashboard.InitializeAsync();

    public Task DisposeAsync() => dashboard.DisposeAsync();

    public void Dispose() => dashboard.Dispose();

    [Fact]
    public async Task Before_the_first_posting_there_is_no_book_to_ask()
    {
        using var program = await dashboard.ProgramAsync(TokenScope.ReadAccounts);

        (await program.ReadAsync("/api/v1/accounts/balance-sheet")).Body.GetProperty("type").GetString()
            .Should().Be("/problems/no-book");
    }

    [Fact]
    public async Task Without_a_generation_everything_says_what_to_do()
    {
        (await dashboard.Owner.PageAsync("/")).Should().Contain("还没有数据").And.Contain("analytics snapshot");
        using var api = await dashboard.Owner.OpenAsync("/api/v1/reports/sales/year_on_year?lang=en");
        api.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await api.Content.ReadAsStringAsync()).Should().Contain("analytics snapshot");
        (await dashboard.Owner.OpenAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await dashboard.Owner.OpenAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var file = await dashboard.Owner.OpenAsync("/export");
        ((int)file.StatusCode).Should().BeInRange(400, 503);
    }
}
