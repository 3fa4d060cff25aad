using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Live;
using Analytics.Reports;
using Analytics.Workspace;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Tests.Live;

public sealed partial class LiveTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Question = """
        {"report": "sales/ranking",
         "params": {"by": "store", "from_date": "2025-01-01", "to_date": "2025-02-28", "top": "3"}}
        """;

    [Fact]
    public async Task The_page_shows_the_addresses_once_and_each_answers_the_saved_question()
    {
        await SaveAsync("门店/ top", "owner");
        using var made = await dashboard.Owner.PostAsync(
            "/live", "/live?name=" + Uri.EscapeDataString("门店/ top"), ("Name", "门店/ top"), ("Days", "90"));
        made.StatusCode.Should().Be(HttpStatusCode.OK);
        var addresses = Address().Matches(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync()))
            .Select(match => match.Groups[1].Value).ToList();
        addresses.Should().HaveCount(4);
        (await dashboard.Owner.PageAsync("/live?name=" + Uri.EscapeDataString("门店/ top")))
            .Should().NotContain("anl_").And.Contain("owner");

        using var excel = dashboard.Client();
        var expected = await ExpectedAsync();
        foreach (var address in addresses)
        {
            using var answer = await excel.GetAsync(new Uri(address));
            answer.StatusCode.Should().Be(HttpStatusCode.OK, address);
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
            answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
            var rows = Path.GetExtension(address) switch
            {
                ".csv" => (await answer.Content.ReadAsStringAsync()).Trim().Split("\r\n").Skip(1)
                    .Select(line => line.Split(',')[0]),
                ".html" => Row().Matches(await answer.Content.ReadAsStringAsync()).Skip(1)
                    .Select(match => Cell().Match(match.Groups[1].Value).Groups[1].Value),
                ".json" => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement
                    .GetProperty("rows").EnumerateArray().Select(row => row[0].ToString()),
                _ => null,
            };
            (rows is null ? expected : rows.Take(3)).Should().Equal(expected, address);
        }
    }

    [Fact]
    public async Task The_html_form_is_one_table_of_exact_values()
    {
        var secret = await MakeAsync("plain", "owner");
        using var excel = dashboard.Client();
        var page = await excel.PageAsync(LiveAddress.Of(secret, "plain", Analytics.Reports.Export.ExportFormat.Html));
        page.Split("<table").Should().HaveCount(2);
        page.Should().NotContain("<style").And.NotContain("<script");
    }

    [Fact]
    public async Task It_opens_nothing_else_and_nothing_else_opens_it()
    {
        var secret = await MakeAsync("mine", "owner");
        await SaveAsync("another", "owner");
        using var stranger = dashboard.Client();
        foreach (var address in new[]
        {
            $"/live/{secret}/another.csv", $"/live/{secret}/mine.pdf", $"/live/{secret}/mine", $"/live/{secret}",
            $"/live/{secret}x/mine.csv", "/live/anl_/mine.csv", $"/live/{new string('a', 5000)}/mine.csv",
        })
        {
            using var answer = await stranger.OpenAsync(address);
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, address);
        }

        stranger.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        foreach (var address in new[] { "/", "/api/v1/reports", "/live?name=mine", "/api/v1/configs/mine/answer" })
        {
            using var answer = await stranger.OpenAsync(address);
            answer.StatusCode.Should().NotBe(HttpStatusCode.OK, address);
        }

        using var token = await dashboard.ProgramAsync([.. TokenScope.All]);
        var bearer = token.DefaultRequestHeaders.Authorization!.Parameter!;
        using var wrong = await token.OpenAsync($"/live/{bearer}/mine.csv");
        wrong.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var made = await token.PostAsync("/live", "/sign-in", ("Name", "mine"), ("Days", "1"));
        made.StatusCode.Should().NotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Revoked_expired_or_with_its_owner_gone_there_is_no_such_address()
    {
        await dashboard.Accounts.CreateAsync(
            new("leaver", Passwords.Hash(TestDashboard.Password), Role.Analyst), default);
        var leaver = (await dashboard.Accounts.FindAsync("leaver", default))!;
        var (revoked, expiring, left) = (
            await MakeAsync("ends", "owner"), await MakeAsync("ends", "owner", TimeSpan.FromMinutes(1)),
            await MakeAsync("ends-left", "leaver"));
        using var excel = dashboard.Client();
        (string, string)[] addresses = [(revoked, "ends"), (expiring, "ends"), (left, "ends-left")];
        await AllAsync(HttpStatusCode.OK);

        var id = (await dashboard.LiveSources.ListAsync(default)).Where(source => source.Config == "ends")
            .Min(source => source.LiveId);
        using var done = await dashboard.Owner.PostAsync(
            "/live/revoke", "/live?name=ends", ("Name", "ends"), ("Id", id.ToString(CultureInfo.InvariantCulture)));
        done.StatusCode.Should().Be(HttpStatusCode.Redirect);
        dashboard.Clock.Advance(TimeSpan.FromMinutes(2));
        await dashboard.Accounts.SetActiveAsync(leaver.AccountId, false, default);
        await AllAsync(HttpStatusCode.NotFound);

        async Task AllAsync(HttpStatusCode status)
        {
            foreach (var (secret, name) in addresses)
            {
                using var answer = await excel.OpenAsync($"/live/{secret}/{name}.csv");
                answer.StatusCode.Should().Be(status, name);
            }
        }
    }

    [Fact]
    public async Task A_role_without_figures_has_none_by_this_way_either()
    {
        var secret = await MakeAsync("figures", "operator");
        using var excel = dashboard.Client();
        using var answer = await excel.OpenAsync($"/live/{secret}/figures.csv");
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Unchanged_it_says_so_until_the_question_or_the_generation_is_another()
    {
        var secret = await MakeAsync("tagged", "owner");
        var address = new Uri($"/live/{secret}/tagged.csv", UriKind.Relative);
        using var excel = dashboard.Client();
        using var first = await excel.GetAsync(address);
        (await AskAsync(first.Headers.ETag!.ToString())).Should().Be(HttpStatusCode.NotModified);

        await SaveAsync("tagged", "owner", Question.Replace("\"3\"", "\"2\"", StringComparison.Ordinal));
        (await AskAsync(first.Headers.ETag!.ToString())).Should().Be(HttpStatusCode.OK);

        using var second = await excel.GetAsync(address);
        dashboard.Clock.Advance(TimeSpan.FromMinutes(1));
        await dashboard.BuildAsync(9);
        (await AskAsync(second.Headers.ETag!.ToString())).Should().Be(HttpStatusCode.OK);

        async Task<HttpStatusCode> AskAsync(string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await excel.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/live/anl_secret/a.csv", "/live/…")]
    [InlineData("/live/anl_secret", "/live/…")]
    [InlineData("/live", "/live")]
    [InlineData("/report/live", "/report/live")]
    public void A_log_never_says_the_secret(string path, string shown)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        LiveAddress.Shown(context).Should().Be(shown);
    }

    private async Task<List<string>> ExpectedAsync()
    {
        using var query = JsonDocument.Parse(Question);
        var parameters = query.RootElement.GetProperty("params").EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value.GetString()!);
        var outcome = await dashboard.Runner.RunAsync(new("sales/ranking", parameters), Scope.Everything, default);
        return [.. ((ReportOutcome.Answer)outcome).Result.Rows.Select(row => (string)row[0]!)];
    }

    private async Task<string> MakeAsync(string name, string owner, TimeSpan? goodFor = null)
    {
        await SaveAsync(name, owner);
        return (await dashboard.LiveSources.CreateAsync(
            name, owner, goodFor is null ? null : dashboard.Clock.GetUtcNow() + goodFor, default))!.Value.Secret;
    }

    private async Task SaveAsync(string name, string owner, string question = Question) =>
        (await dashboard.Configs.SaveAsync(
            new(name, SavedQuery.Parse(question, out _)!.ToJson(), null), owner, true, default))
        .Should().Match(result => result is ConfigResult.Saved || result is ConfigResult.Unchanged);

    [GeneratedRegex("""<pre class="live"[^>]*>([^<]+)</pre>""")]
    private static partial Regex Address();

    [GeneratedRegex("<tr>(.*?)</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td>(.*?)</td>")]
    private static partial Regex Cell();
}
