namespace Analytics.Workspace.Tests;

public sealed class ConfigsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("workspace-").FullName;
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private WorkspaceDb workspace = null!;

    public async Task InitializeAsync() =>
        workspace = await WorkspaceDb.OpenAsync(Path.Combine(folder, "workspace.db"), clock, default);

    public async Task DisposeAsync()
    {
        await workspace.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_saving_is_a_version_and_the_newest_counts()
    {
        var first = await SaveAsync("周报", "one", "张三");
        var second = await SaveAsync("周报", "two", "张三");

        first.Should().BeOfType<ConfigResult.Saved>().Which.Config.Version.Should().Be(1);
        second.Should().BeOfType<ConfigResult.Saved>().Which.Config.Version.Should().Be(2);
        (await workspace.Configs.FindAsync("周报", null, default))!.Content.Should().Be("two");
        (await workspace.Configs.FindAsync("周报", 1, default))!.Content.Should().Be("one");
        (await workspace.Configs.FindAsync("周报", 3, default)).Should().BeNull();
        (await workspace.Configs.VersionsAsync("周报", default)).Select(one => one.Content).Should().Equal("two", "one");
        (await workspace.Configs.ListAsync(default)).Should().ContainSingle().Which.Version.Should().Be(2);
    }

    [Fact]
    public async Task What_says_the_same_already_is_no_version()
    {
        await SaveAsync("周报", "one", "张三");

        (await SaveAsync("周报", "one", "张三")).Should().BeOfType<ConfigResult.Unchanged>();
        (await workspace.Configs.VersionsAsync("周报", default)).Should().ContainSingle();
        (await SaveAsync("周报", "one", "张三", "李四")).Should().BeOfType<ConfigResult.Saved>();
    }

    [Fact]
    public async Task Only_its_owner_or_an_operator_changes_or_deletes_a_question()
    {
        await SaveAsync("周报", "one", "张三");

        (await SaveAsync("周报", "two", "李四")).Should().Be(new ConfigResult.NotYours("周报", "张三"));
        (await workspace.Configs.DeleteAsync("周报", "李四", isOperator: false, default))
            .Should().Be(new ConfigResult.NotYours("周报", "张三"));
        var saved = await workspace.Configs.SaveAsync(new("周报", "two", null), "cli", isOperator: true, default);
        saved.Should().BeOfType<ConfigResult.Saved>().Which.Config.Owner.Should().Be("张三");
        (await workspace.Configs.FindAsync("周报", null, default))!.SavedBy.Should().Be("cli");
    }

    [Fact]
    public async Task A_deleted_question_is_gone_until_its_name_is_saved_again()
    {
        await SaveAsync("周报", "one", "张三");

        (await workspace.Configs.DeleteAsync("周报", "张三", isOperator: false, default))
            .Should().Be(new ConfigResult.Deleted("周报"));

        (await workspace.Configs.FindAsync("周报", null, default)).Should().BeNull();
        (await workspace.Configs.ListAsync(default)).Should().BeEmpty();
        (await workspace.Configs.DeleteAsync("周报", "张三", isOperator: false, default))
            .Should().Be(new ConfigResult.NotThere("周报"));
        (await SaveAsync("周报", "one", "张三")).Should().BeOfType<ConfigResult.Saved>()
            .Which.Config.Version.Should().Be(2);
    }

    [Theory]
    [InlineData("李四", "李四", true)]
    [InlineData("王五", "李四", false)]
    [InlineData("王五", SavedConfig.Everybody, true)]
    [InlineData("张三", null, true)]
    [InlineData("李四", null, false)]
    public async Task Those_it_is_shared_with_see_it(string name, string? shared, bool isVisible)
    {
        await SaveAsync("周报", "one", "张三", shared is null ? [] : [shared]);

        (await workspace.Configs.FindAsync("周报", null, default))!.IsVisibleTo(name).Should().Be(isVisible);
    }

    [Fact]
    public async Task Names_are_compared_as_people_read_them_and_bad_ones_refused()
    {
        await SaveAsync("Weekly", "one", "张三");

        (await workspace.Configs.FindAsync("ｗｅｅｋｌｙ", null, default))!.Content.Should().Be("one");
        (await SaveAsync(" x", "one", "张三")).Should().Be(new ConfigResult.NameInvalid(" x"));
        (await SaveAsync("x", new string('a', Configs.MostCharacters + 1), "张三"))
            .Should().Be(new ConfigResult.TooLong("x", Configs.MostCharacters));
    }

    [Fact]
    public async Task Savings_at_once_are_each_a_version()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => SaveAsync("周报", $"{n}", "张三")));

        (await workspace.Configs.VersionsAsync("周报", default)).Select(one => one.Version)
            .Should().Equal(Enumerable.Range(1, 20).Reverse().Select(n => (long)n));
    }

    private Task<ConfigResult> SaveAsync(string name, string content, string by, params string[] shared) =>
        workspace.Configs.SaveAsync(new(name, content, shared), by, isOperator: false, default);
}
