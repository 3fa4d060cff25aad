using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Analytics.Dashboard.Api;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class TokenTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private static readonly (string Method, string Path, string Scope)[] Endpoints =
    [
        ("POST", Documents, TokenScope.PostDocuments),
        ("POST", Documents + "/drafts", TokenScope.PostDocuments),
        ("POST", Documents + "/x/approval", TokenScope.ApproveDocuments),
        ("POST", Documents + "/x/termination", TokenScope.PostDocuments),
        ("POST", Documents + "/x/reversal", TokenScope.PostDocuments),
        ("POST", Masters, TokenScope.WriteMasters),
        ("POST", "/api/v1/vouchers", TokenScope.PostDocuments),
        ("POST", "/api/v1/vouchers/drafts", TokenScope.PostDocuments),
        ("POST", Rules, TokenScope.ManageApprovals),
        ("PUT", "/api/v1/attachments", TokenScope.PostDocuments),
        ("GET", "/api/v1/attachments/x", TokenScope.ReadDocuments),
        ("GET", Documents + "/x", TokenScope.ReadDocuments),
        ("GET", Documents + "?kind=sale&no=x", TokenScope.ReadDocuments),
        ("GET", "/api/v1/heads/latest", TokenScope.ReadHeads),
        ("POST", "/api/v1/periods", TokenScope.ClosePeriods),
        .. ListingEndpoints.Routes.Select(route => ("GET", route.Path, TokenScope.ReadAccounts)),
    ];

    [Fact]
    public async Task Each_endpoint_takes_its_own_scope_and_no_other()
    {
        foreach (var scope in TokenScope.All)
        {
            using var program = await dashboard.ProgramAsync(scope);
            foreach (var (method, path, needed) in Endpoints)
            {
                using var answer = await SendAsync(program, method, path);
                (answer.StatusCode == HttpStatusCode.Forbidden)
                    .Should().Be(scope != needed, $"{scope} {method} {path}");
                if (scope != needed)
                {
                    var text = await answer.Content.ReadAsStringAsync();
                    answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
                    text.Should().Contain("/problems/missing-scope").And.Contain(needed);
                }
            }

            (await program.ReadAsync("/api/v1/reports")).Status
                .Should().Be(scope == TokenScope.ReadReports ? 200 : 403, scope);
        }
    }

    [Fact]
    public async Task Without_a_token_that_holds_nothing_is_answered()
    {
        var expired = (TokenResult.Created)await dashboard.Tokens.CreateAsync(
            "expired", [.. TokenScope.All], dashboard.Clock.GetUtcNow(), default);
        var revoked = (TokenResult.Created)await dashboard.Tokens.CreateAsync(
            "revoked", [.. TokenScope.All], null, default);
        await dashboard.Tokens.RevokeAsync("revoked", default);
        foreach (var secret in (string[])["", "nonsense", expired.Secret, revoked.Secret])
        {
            using var client = dashboard.Client();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + secret);
            foreach (var (method, path, _) in Endpoints.Append(("GET", "/api/v1/reports", "")))
            {
                using var answer = await SendAsync(client, method, path);
                answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized, $"{secret} {method} {path}");
                answer.Headers.WwwAuthenticate.Should().ContainSingle().Which.Scheme.Should().Be("Bearer");
                (await answer.Content.ReadAsStringAsync()).Should().Contain("/problems/unauthorized");
            }
        }
    }

    [Fact]
    public async Task A_signed_in_session_reads_documents_and_accounts_and_can_write_nothing()
    {
        foreach (var (method, path, scope) in Endpoints)
        {
            using var answer = await SendAsync(dashboard.Owner, method, path);
            (answer.StatusCode == HttpStatusCode.Forbidden).Should()
                .Be(scope is not TokenScope.ReadDocuments and not TokenScope.ReadAccounts, path);
        }

        (await dashboard.Owner.ReadAsync("/api/v1/reports")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_its_next_request()
    {
        var made = (TokenResult.Created)await dashboard.Tokens.CreateAsync(
            "soon revoked", [TokenScope.ReadReports], null, default);
        using var program = dashboard.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Secret);
        (await program.ReadAsync("/api/v1/generation")).Status.Should().Be(200);

        await dashboard.Tokens.RevokeAsync("soon revoked", default);

        (await program.ReadAsync("/api/v1/generation")).Status.Should().Be(401);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return client.SendAsync(request);
    }
}
