using System.Net;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Web;

namespace Analytics.Dashboard.Tests;

public sealed partial class PolicyTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    public static TheoryData<string> Addresses => new()
    {
        "/reports", "/report/sales/ranking", "/report/no/such", "/explore?measures=sales_amount&by=store",
        "/report/sales/ranking?format=svg", "/saved/nothing", "/api/v1/configs", "/tables",
        "/documents?kind=sale&no=1",
        "/", "/?by=item&period=this_year", "/?period=nonsense", "/sign-in", "/nowhere", "/nowhere.js", "/export",
        "/export?format=csv", "/api/v1/reports", "/api/v1/explore",
        "/api/v1/reports/sales/year_on_year", "/api/v1/reports/no/such",
        "/api/v1/nowhere", "/health/live", "/health/ready", "/favicon.ico", "/assets/0/base.css", "/api",
        "/api?lang=en", "/problems", "/problems/insufficient-stock", "/api/v1/openapi.json", "/api/v1/documents/none",
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_carries_the_headers(string address)
    {
        using var stranger = dashboard.Client();
        foreach (var client in (HttpClient[])[dashboard.Owner, stranger])
        {
            using var answer = await client.OpenAsync(address);
            answer.Headers.GetValues("Content-Security-Policy").Should().Equal(SecurityHeaders.ContentSecurityPolicy);
            answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            answer.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        }
    }

    [Fact]
    public void The_policy_allows_no_inline_script_and_no_eval() =>
        SecurityHeaders.ContentSecurityPolicy.Should().Contain("script-src 'self';").And.NotContain("unsafe");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_page_holds_inline_script_or_style(string address)
    {
        using var stranger = dashboard.Client();
        foreach (var client in (HttpClient[])[dashboard.Owner, stranger])
        {
            using var answer = await client.OpenAsync(address);
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await answer.Content.ReadAsStringAsync();
                InlineScript().Matches(page).Should().BeEmpty();
                page.Should().NotContain("<style").And.NotContain(" style=").And.NotContain("javascript:");
                Handler().Matches(page).Should().BeEmpty();
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/export?format=csv")]
    [InlineData("/nowhere")]
    public async Task Nothing_but_the_sign_in_page_is_open_to_strangers(string address)
    {
        using var stranger = dashboard.Client();
        using var answer = await stranger.OpenAsync(address);
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.AbsolutePath.Should().Be("/sign-in");
    }

    [Theory]
    [InlineData("/api/v1/reports")]
    [InlineData("/api/v1/reports/sales/year_on_year")]
    [InlineData("/api/v1/generation")]
    public async Task A_program_without_a_session_is_told_so_and_not_led_to_a_page(string address)
    {
        using var stranger = dashboard.Client();
        using var answer = await stranger.OpenAsync(address);
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Every_asset_a_page_names_is_served_and_kept_for_good()
    {
        var page = await dashboard.Owner.PageAsync("/");
        var addresses = AssetAddress().Matches(page).Select(match => match.Value).Distinct().ToList();
        addresses.Should().HaveCountGreaterThan(4);
        using var stranger = dashboard.Client();
        foreach (var address in addresses.Append(addresses[0][..addresses[0].LastIndexOf('/')] + "/chart.js"))
        {
            using var answer = await stranger.OpenAsync(address);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, address);
            answer.Headers.CacheControl!.MaxAge.Should().BeGreaterThan(TimeSpan.FromDays(300));
            answer.Content.Headers.ContentLength.Should().BePositive();
        }
    }

    [Fact]
    public async Task What_a_person_typed_is_shown_as_text_and_never_as_markup()
    {
        using var answer = await dashboard.Owner.OpenAsync(
            "/?period=%3Cscript%3Ealert(1)%3C/script%3E&by=%22%3E%3Cb%3E");
        var page = await answer.Content.ReadAsStringAsync();
        page.Should().NotContain("<script>alert").And.NotContain("\"><b>").And.NotContain("<连锁>");
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("<[^>]*\\son[a-z]+\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("/assets/[0-9a-f]+/[a-z.]+")]
    private static partial Regex AssetAddress();
}
