using System.Net;
using System.Text;
using System.Text.Json;
using Analytics.Workspace;

namespace Analytics.Dashboard.Tests.Api;

/// <summary>Saved questions over HTTP.</summary>
public sealed class ConfigTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Question = """{"report": "sales/ranking", "params": {"top": "3", "by": "item"}}""";

    [Fact]
    public async Task What_is_saved_is_versioned_listed_and_answered_with_parameters_in_place_of_its_own()
    {
        using var program = await dashboard.ProgramAsync(TokenScope.WriteConfigs, TokenScope.ReadReports);
        (await PutAsync(program, "top", Question)).Status.Should().Be(HttpStatusCode.OK);
        var (_, second) = await PutAsync(program, "top", Question.Replace("\"3\"", "\"4\"", StringComparison.Ordinal));
        second.GetProperty("version").GetInt32().Should().Be(2);

        (await JsonAsync(program, "/api/v1/configs")).EnumerateArray()
            .Should().ContainSingle(one => one.GetProperty("name").GetString() == "top");
        (await JsonAsync(program, "/api/v1/configs/top?version=1")).GetProperty("question").GetProperty("params")
            .GetProperty("top").GetString().Should().Be("3");
        (await JsonAsync(program, "/api/v1/configs/top/answer?period=last_365_days")).GetProperty("rows")
            .GetArrayLength().Should().Be(4);
        (await JsonAsync(program, "/api/v1/configs/top/answer?version=1&period=last_365_days")).GetProperty("rows")
            .GetArrayLength().Should().Be(3);
        (await JsonAsync(program, "/api/v1/configs/top/answer?top=2&period=last_365_days")).GetProperty("rows")
            .GetArrayLength().Should().Be(2);

        using var deleted = await program.DeleteAsync(new Uri("/api/v1/configs/top", UriKind.Relative));
        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var gone = await program.OpenAsync("/api/v1/configs/top");
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_sees_and_asks_only_what_was_shared_and_changes_nothing()
    {
        using var mine = await dashboard.ProgramAsync(TokenScope.WriteConfigs, TokenScope.ReadReports);
        using var other = await dashboard.ProgramAsync(TokenScope.WriteConfigs, TokenScope.ReadReports);
        await PutAsync(mine, "private", Question);
        await PutAsync(
            mine, "public", Question.Replace("}}", "}, \"shared_with\": [\"*\"]}", StringComparison.Ordinal));

        using var hidden = await other.OpenAsync("/api/v1/configs/private/answer");
        hidden.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var shown = await other.OpenAsync("/api/v1/configs/public/answer");
        shown.StatusCode.Should().Be(HttpStatusCode.OK);
        (await PutAsync(other, "public", Question)).Status.Should().Be(HttpStatusCode.Forbidden);
        using var deleted = await other.DeleteAsync(new Uri("/api/v1/configs/public", UriKind.Relative));
        deleted.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await dashboard.Owner.PageAsync("/reports")).Should().Contain("/saved/public")
            .And.NotContain("/saved/private");
    }

    [Fact]
    public async Task A_token_without_the_scope_and_a_session_save_nothing()
    {
        using var reader = await dashboard.ProgramAsync(TokenScope.ReadReports);
        (await PutAsync(reader, "x", Question)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await PutAsync(dashboard.Owner, "x", Question)).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("x", "{}")]
    [InlineData("x", "[]")]
    [InlineData("x", "{\"report\": \"sales/ranking\", \"shared_with\": \"all\"}")]
    [InlineData("x", "{\"report\": \"sales/ranking\", \"shared_with\": [1]}")]
    [InlineData("x", "{\"explore\": {\"moon\": \"1\"}}")]
    [InlineData("%20x", "{\"report\": \"sales/ranking\"}")]
    [InlineData("x%0Ay", "{\"report\": \"sales/ranking\"}")]
    public async Task A_bad_question_or_name_is_refused(string name, string body)
    {
        using var program = await dashboard.ProgramAsync(TokenScope.WriteConfigs, TokenScope.ReadReports);
        (await PutAsync(program, name, body)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(
        HttpClient client, string name, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync(new Uri("/api/v1/configs/" + name, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement.Clone() : default);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string url)
    {
        using var answer = await client.OpenAsync(url);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, url);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return json.RootElement.Clone();
    }
}
