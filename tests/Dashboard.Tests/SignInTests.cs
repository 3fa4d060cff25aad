using System.Net;
using Analytics.Dashboard.Access;
using Analytics.Workspace;

namespace Analytics.Dashboard.Tests;

public sealed class SignInTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_page_and_back_to_where_he_was_going()
    {
        using var client = dashboard.Client();
        using var first = await client.OpenAsync("/?period=today");
        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        first.Headers.Location!.PathAndQuery.Should().Be("/sign-in?return=%2F%3Fperiod%3Dtoday");

        using var second = await client.SignInAsync("owner", TestDashboard.Password, "/?period=today");
        second.StatusCode.Should().Be(HttpStatusCode.Redirect);
        second.Headers.Location!.ToString().Should().Be("/?period=today");
        (await client.OpenAsync("/?period=today")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_foreign_address_to_return_to_is_dropped(string target)
    {
        using var client = dashboard.Client();
        using var answer = await client.SignInAsync("owner", TestDashboard.Password, target);
        answer.Headers.Location!.ToString().Should().Be("/");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer_and_no_session()
    {
        using var client = dashboard.Client();
        using var wrong = await client.SignInAsync("operator", "wrong");
        using var unknown = await client.SignInAsync("nobody99", "wrong");
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        unknown.StatusCode.Should().Be(wrong.StatusCode);
        Shape(await unknown.Content.ReadAsStringAsync(), "nobody99")
            .Should().Be(Shape(await wrong.Content.ReadAsStringAsync(), "operator"));
        (await client.OpenAsync("/")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_help_until_the_lock_is_over()
    {
        await dashboard.Accounts.CreateAsync(new("guessed", Passwords.Hash("right"), Role.Owner), default);
        using var client = dashboard.Client();
        for (var i = 0; i < Accounts.FreeAttempts; i++)
        {
            using var wrong = await client.SignInAsync("guessed", "wrong" + i);
            wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        using var locked = await client.SignInAsync("guessed", "right");
        locked.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        dashboard.Clock.Advance(TimeSpan.FromMinutes(2));
        using var open = await client.SignInAsync("guessed", "right");
        open.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_changed_password_ends_the_sessions_of_the_old_one()
    {
        await dashboard.Accounts.CreateAsync(new("changed", Passwords.Hash("old"), Role.Owner), default);
        using var client = dashboard.Client();
        await client.SignInAsync("changed", "old");
        (await client.OpenAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK);
        var account = await dashboard.Accounts.FindAsync("changed", default);
        await dashboard.Accounts.ChangePasswordAsync(account!.AccountId, Passwords.Hash("new"), default);
        (await client.OpenAsync("/")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = dashboard.Client();
        await client.SignInAsync("owner", TestDashboard.Password);
        using var left = await client.PostAsync("/sign-out", "/");
        left.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await client.OpenAsync("/")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = dashboard.Client();
        using var form = new FormUrlEncodedContent(
            [new("Name", "owner"), new("Password", TestDashboard.Password)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Headers.Should().NotContain(header => header.Key == "Set-Cookie" && header.Value.Any(IsSession));
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = dashboard.Client();
        using var answer = await client.SignInAsync("owner", TestDashboard.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(IsSession).ToLowerInvariant();
        cookie.Should().Contain("httponly").And.Contain("samesite=lax").And.NotContain("expires");
    }

    [Fact]
    public async Task A_role_without_figures_sees_none()
    {
        using var client = dashboard.Client();
        await client.SignInAsync("operator", TestDashboard.Password);
        (await client.OpenAsync("/")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await client.OpenAsync("/export")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await client.OpenAsync("/api/v1/reports/sales/year_on_year")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void The_keys_are_kept_in_the_data_folder_for_its_owner_alone()
    {
        Directory.EnumerateFiles(dashboard.KeysFolder, "key-*.xml").Should().NotBeEmpty();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(dashboard.KeysFolder).Should().Be(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static bool IsSession(string cookie) => cookie.StartsWith("analytics.session=", StringComparison.Ordinal);

    // What differs between two answers and may: the token and the name that was typed.
    private static string Shape(string page, string name) => System.Text.RegularExpressions.Regex.Replace(
        page.Replace(name, "NAME", StringComparison.Ordinal), "value=\"CfDJ8[^\"]*\"", "");
}
