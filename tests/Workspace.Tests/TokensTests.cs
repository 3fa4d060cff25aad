namespace Analytics.Workspace.Tests;

public sealed class TokensTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("workspace-").FullName;
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private WorkspaceDb workspace = null!;

    private Tokens Tokens => workspace.Tokens;

    public async Task InitializeAsync() =>
        workspace = await WorkspaceDb.OpenAsync(Path.Combine(folder, "workspace.db"), clock, default);

    public async Task DisposeAsync()
    {
        await workspace.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_secret_opens_what_its_token_was_made_for()
    {
        var made = await CreateAsync("till", null, TokenScope.PostDocuments, TokenScope.ReadDocuments);

        var valid = (await Tokens.CheckAsync(made.Secret, default)).Should().BeOfType<TokenCheck.Valid>().Subject;

        valid.Token.Name.Should().Be("till");
        valid.Token.Scopes.Should().Equal(TokenScope.ReadDocuments, TokenScope.PostDocuments);
        (await Tokens.ListAsync(default)).Should().ContainSingle().Which.LastUsedAt.Should().Be(clock.GetUtcNow());
    }

    [Fact]
    public async Task The_secret_itself_is_nowhere_in_the_database()
    {
        var made = await CreateAsync("till", null, TokenScope.PostDocuments);

        foreach (var file in Directory.GetFiles(folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).Should().NotContain(made.Secret).And.NotContain(made.Secret[4..]);
        }
    }

    [Fact]
    public async Task Unknown_expired_and_revoked_secrets_open_nothing()
    {
        var made = await CreateAsync("till", clock.GetUtcNow().AddDays(1), TokenScope.PostDocuments);
        var other = await CreateAsync("other", null, TokenScope.PostDocuments);

        (await Tokens.CheckAsync(made.Secret[..^1] + "x", default)).Should().BeOfType<TokenCheck.Unknown>();
        (await Tokens.CheckAsync("", default)).Should().BeOfType<TokenCheck.Unknown>();
        (await Tokens.CheckAsync(new string('a', 100_000), default)).Should().BeOfType<TokenCheck.Unknown>();
        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        (await Tokens.CheckAsync(made.Secret, default)).Should().BeOfType<TokenCheck.Valid>();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        (await Tokens.CheckAsync(made.Secret, default)).Should().BeOfType<TokenCheck.Expired>();
        (await Tokens.RevokeAsync("OTHER", default)).Should().BeTrue();
        (await Tokens.CheckAsync(other.Secret, default)).Should().BeOfType<TokenCheck.Revoked>();
        (await Tokens.RevokeAsync("nobody", default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_name_is_never_given_twice_not_even_after_it_was_revoked()
    {
        await CreateAsync("till", null, TokenScope.PostDocuments);
        await Tokens.RevokeAsync("till", default);

        (await Tokens.CreateAsync("TILL", [TokenScope.PostDocuments], null, default))
            .Should().Be(new TokenResult.NameTaken("TILL"));
    }

    [Fact]
    public async Task A_token_without_a_scope_or_with_an_invented_one_is_not_made()
    {
        (await Tokens.CreateAsync("till", [], null, default)).Should().Be(new TokenResult.ScopeInvalid(""));
        (await Tokens.CreateAsync("till", [TokenScope.ReadHeads, "all"], null, default))
            .Should().Be(new TokenResult.ScopeInvalid("all"));
        (await Tokens.CreateAsync(" till", [TokenScope.ReadHeads], null, default))
            .Should().Be(new TokenResult.NameInvalid(" till"));
        (await Tokens.ListAsync(default)).Should().BeEmpty();
    }

    private async Task<TokenResult.Created> CreateAsync(
        string name, DateTimeOffset? expiresAt, params string[] scopes) =>
        (await Tokens.CreateAsync(name, scopes, expiresAt, default)).Should().BeOfType<TokenResult.Created>().Subject;
}
