namespace Analytics.Workspace.Tests;

public sealed class LiveSourcesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("workspace-").FullName;
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private WorkspaceDb workspace = null!;

    public async Task InitializeAsync()
    {
        workspace = await WorkspaceDb.OpenAsync(Path.Combine(folder, "workspace.db"), clock, default);
        await workspace.Configs.SaveAsync(new("stores", "first", null), "boss", false, default);
        await workspace.Configs.SaveAsync(new("open", "shared", ["*"]), "boss", false, default);
    }

    public async Task DisposeAsync()
    {
        await workspace.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_secret_opens_its_question_as_it_was_last_saved()
    {
        var secret = await MakeAsync("stores", "boss");
        (await workspace.LiveSources.CheckAsync(secret, default))!.Value.Config.Content.Should().Be("first");
        await workspace.Configs.SaveAsync(new("stores", "second", null), "boss", false, default);
        (await workspace.LiveSources.CheckAsync(secret, default))!.Value.Config.Content.Should().Be("second");
        (await workspace.LiveSources.ListAsync(default)).Should().ContainSingle()
            .Which.LastUsedAt.Should().Be(clock.GetUtcNow());
    }

    [Fact]
    public async Task It_is_no_token_and_a_token_is_none_of_it()
    {
        var secret = await MakeAsync("stores", "boss");
        (await workspace.Tokens.CheckAsync(secret, default)).Should().BeOfType<TokenCheck.Unknown>();
        var token = (TokenResult.Created)await workspace.Tokens.CreateAsync("t", TokenScope.All, null, default);
        (await workspace.LiveSources.CheckAsync(token.Secret, default)).Should().BeNull();
    }

    [Fact]
    public async Task It_opens_nothing_once_expired_revoked_deleted_or_shared_no_more()
    {
        var expiring = await MakeAsync("stores", "boss", clock.GetUtcNow().AddDays(1));
        var revoked = await MakeAsync("stores", "boss");
        var shared = await MakeAsync("open", "other");
        var deleted = await MakeAsync("open", "boss");
        foreach (var secret in new[] { expiring, revoked, shared, deleted })
        {
            (await workspace.LiveSources.CheckAsync(secret, default)).Should().NotBeNull();
        }

        clock.Advance(TimeSpan.FromDays(1));
        (await workspace.LiveSources.RevokeAsync(2, "other", false, default)).Should().BeFalse();
        (await workspace.LiveSources.CheckAsync(revoked, default)).Should().NotBeNull();
        (await workspace.LiveSources.RevokeAsync(2, "boss", false, default)).Should().BeTrue();
        await workspace.Configs.SaveAsync(new("open", "shared", []), "boss", false, default);
        foreach (var secret in new[] { expiring, revoked, shared })
        {
            (await workspace.LiveSources.CheckAsync(secret, default)).Should().BeNull();
        }

        (await workspace.LiveSources.CheckAsync(deleted, default)).Should().NotBeNull();
        await workspace.Configs.DeleteAsync("open", "boss", false, default);
        (await workspace.LiveSources.CheckAsync(deleted, default)).Should().BeNull();
        (await workspace.LiveSources.CheckAsync("", default)).Should().BeNull();
    }

    [Fact]
    public async Task None_is_made_of_what_its_owner_may_not_see()
    {
        (await workspace.LiveSources.CreateAsync("stores", "other", null, default)).Should().BeNull();
        (await workspace.LiveSources.CreateAsync("nothing", "boss", null, default)).Should().BeNull();
    }

    [Fact]
    public async Task The_secret_itself_is_nowhere_in_the_database()
    {
        var secret = await MakeAsync("stores", "boss");
        foreach (var file in Directory.GetFiles(folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).Should().NotContain(secret[4..]);
        }
    }

    private async Task<string> MakeAsync(string config, string owner, DateTimeOffset? expiresAt = null) =>
        (await workspace.LiveSources.CreateAsync(config, owner, expiresAt, default))!.Value.Secret;
}
