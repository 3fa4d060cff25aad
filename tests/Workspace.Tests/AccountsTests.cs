namespace Analytics.Workspace.Tests;

public sealed class AccountsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("workspace-").FullName;
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private WorkspaceDb workspace = null!;

    private Accounts Accounts => workspace.Accounts;

    public async Task InitializeAsync() =>
        workspace = await WorkspaceDb.OpenAsync(Path.Combine(folder, "workspace.db"), clock, default);

    public async Task DisposeAsync()
    {
        await workspace.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_account_is_found_as_it_was_made()
    {
        var made = await CreateAsync("老板");

        (await Accounts.FindAsync("老板", default)).Should().Be(made);
        (await Accounts.FindAsync(made.AccountId, default)).Should().Be(made);
        made.Role.Should().Be(Role.Owner);
        made.Locale.Should().Be("zh-CN");
        made.CreatedAt.Should().Be(clock.GetUtcNow());
        made.IsActive.Should().BeTrue();
    }

    [Theory]
    [InlineData("OWNER")]
    [InlineData("owner")]
    [InlineData("ｏｗｎｅｒ")]
    [InlineData(" Owner ")]
    public async Task A_name_is_found_whatever_its_case_and_width(string name)
    {
        await CreateAsync("Owner");

        (await Accounts.FindAsync(name, default))!.Name.Should().Be("Owner");
    }

    [Fact]
    public async Task A_name_is_given_once_whatever_its_case()
    {
        await CreateAsync("Owner");

        var second = await Accounts.CreateAsync(new NewAccount("oWNER", "other", Role.Analyst), default);

        second.Should().Be(new CreateResult.NameTaken("oWNER"));
        (await Accounts.ListAsync(default)).Should().ContainSingle().Which.PasswordHash.Should().Be("hash");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    [InlineData(" a")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    public async Task A_name_that_cannot_be_typed_again_is_refused(string name)
    {
        var result = await Accounts.CreateAsync(new NewAccount(name, "hash", Role.Owner), default);

        result.Should().Be(new CreateResult.NameInvalid(name));
    }

    [Fact]
    public async Task Accounts_made_at_once_get_keys_of_their_own()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => CreateAsync($"u{n}")));

        made.Select(account => account.AccountId).Should().BeEquivalentTo(Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task A_burst_of_attempts_gets_no_more_guesses_than_attempts_in_a_row()
    {
        await CreateAsync("owner");

        var attempts = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => Task.Run(() => Accounts.BeginSignInAsync("owner", default))));

        attempts.OfType<SignIn.Open>().Should().HaveCount(Accounts.FreeAttempts);
        attempts.OfType<SignIn.Locked>().Should().HaveCount(40 - Accounts.FreeAttempts);
    }

    [Fact]
    public async Task A_lock_ends_and_each_further_wrong_password_doubles_it()
    {
        await CreateAsync("owner");
        await FailAsync(Accounts.FreeAttempts);
        var lengths = new List<double>();
        for (var round = 0; round < 6; round++)
        {
            var locked = (SignIn.Locked)await Accounts.BeginSignInAsync("owner", default);
            lengths.Add((locked.Until - clock.GetUtcNow()).TotalMinutes);
            clock.Advance(locked.Until - clock.GetUtcNow());
            (await Accounts.BeginSignInAsync("owner", default)).Should().BeOfType<SignIn.Open>();
        }

        lengths.Should().Equal(1, 2, 4, 8, 16, 16);
    }

    [Fact]
    public async Task A_right_password_clears_the_count()
    {
        var owner = await CreateAsync("owner");
        await FailAsync(Accounts.FreeAttempts);
        await Accounts.SignedInAsync(owner.AccountId, default);

        await FailAsync(Accounts.FreeAttempts - 1);

        (await Accounts.BeginSignInAsync("owner", default)).Should().BeOfType<SignIn.Open>();
    }

    [Fact]
    public async Task A_new_password_lifts_the_lock_and_ends_the_sessions()
    {
        var owner = await CreateAsync("owner");
        await FailAsync(Accounts.FreeAttempts);

        await Accounts.ChangePasswordAsync(owner.AccountId, "new hash", default);

        var open = (SignIn.Open)await Accounts.BeginSignInAsync("owner", default);
        open.Account.PasswordHash.Should().Be("new hash");
        open.Account.Stamp.Should().NotBe(owner.Stamp);
    }

    [Fact]
    public async Task A_new_hash_of_the_same_password_leaves_the_sessions()
    {
        var owner = await CreateAsync("owner");

        await Accounts.RehashAsync(owner.AccountId, "better", default);

        var found = await Accounts.FindAsync("owner", default);
        found.Should().Be(owner with { PasswordHash = "better" });
    }

    [Fact]
    public async Task A_deactivated_account_is_as_good_as_unknown()
    {
        var owner = await CreateAsync("owner");

        await Accounts.SetActiveAsync(owner.AccountId, isActive: false, default);

        (await Accounts.BeginSignInAsync("owner", default)).Should().BeOfType<SignIn.Unknown>();
        (await Accounts.BeginSignInAsync("nobody", default)).Should().BeOfType<SignIn.Unknown>();
        (await Accounts.FindAsync("owner", default))!.Stamp.Should().NotBe(owner.Stamp);
    }

    [Fact]
    public async Task The_language_of_an_account_can_be_changed()
    {
        var owner = await CreateAsync("owner");

        await Accounts.SetLocaleAsync(owner.AccountId, "en-GB", default);

        (await Accounts.FindAsync("owner", default)).Should().Be(owner with { Locale = "en-GB" });
    }

    private async Task<Account> CreateAsync(string name)
    {
        var result = await Accounts.CreateAsync(new NewAccount(name, "hash", Role.Owner), default);
        return result.Should().BeOfType<CreateResult.Created>().Subject.Account;
    }

    private async Task FailAsync(int times)
    {
        for (var n = 0; n < times; n++)
        {
            (await Accounts.BeginSignInAsync("owner", default)).Should().BeOfType<SignIn.Open>();
        }
    }
}
