using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary>Saved questions on the command line.</summary>
public sealed class ConfigCommandTests
{
    [Fact]
    public async Task A_question_is_saved_asked_again_changed_carried_to_another_company_and_deleted()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "300", "--no-serve")).ShouldEndWith(0);
        string[] weekly = ["config", "save", "weekly", "--report", "sales/year_on_year", "-p", "by=store"];

        (await RunAsync(folder, [.. weekly, "-p", "period=this_year"])).ShouldEndWith(0);
        var asked = await RunAsync(folder, "config", "run", "weekly", "--format", "csv");
        var plain = await RunAsync(
            folder, "report", "run", "sales/year_on_year", "-p", "by=store", "-p", "period=this_year",
            "--format", "csv");
        asked.ShouldEndWith(0);
        asked.Lines.Should().Equal(plain.Lines);

        var changed = await RunAsync(folder, [.. weekly, "-p", "period=last_year", "--share", "*"]);
        changed.Errors.Should().Equal("saved weekly, version 2");
        var overridden = await RunAsync(
            folder, "config", "run", "weekly", "-p", "period=this_year", "--format", "csv");
        overridden.Lines.Should().Equal(plain.Lines);
        var first = await RunAsync(folder, "config", "run", "weekly", "--version", "1", "--format", "csv");
        first.Lines.Should().Equal(plain.Lines);

        (await RunAsync(folder, "config", "export", "--out", folder.File("questions.json"))).ShouldEndWith(0);
        (await RunAsync(folder, "config", "delete", "weekly")).ShouldEndWith(0);
        (await RunAsync(folder, "config", "list")).Lines.Should().BeEmpty();
        (await RunAsync(folder, "config", "import", folder.File("questions.json"))).ShouldEndWith(0);
        var shown = await RunAsync(folder, "config", "show", "weekly");
        shown.Lines.Should().Equal(
            """{"report":"sales/year_on_year","params":{"by":"store","period":"last_year"}}""");
        shown.Errors.Should().HaveCount(3).And.OnlyContain(line => line.EndsWith('*'));
    }

    [Fact]
    public async Task What_cannot_be_saved_or_asked_is_said_in_one_line()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "300", "--no-serve")).ShouldEndWith(0);
        string[] brands = ["config", "save", "brands", "--explore", "-p", "measures=sales_value"];
        (await RunAsync(folder, brands)).ShouldEndWith(0);
        await File.WriteAllTextAsync(
            folder.File("bad.json"),
            """[{"name": "good", "query": {"report": "a/b"}}, {"name": "bad", "query": {"sql": "x"}}]""");

        var renamed = await RunAsync(folder, "config", "run", "brands");
        var absent = await RunAsync(folder, "config", "run", "monthly");
        var undecided = await RunAsync(folder, "config", "save", "x");
        var formless = await RunAsync(folder, "config", "save", "x", "--explore", "-p", "masures=a");
        var file = await RunAsync(folder, "config", "import", folder.File("bad.json"));

        renamed.ShouldEndWith(1);
        renamed.Errors.Should().ContainSingle().Which.Should().Contain("sales_value");
        absent.ShouldEndWith(1);
        absent.Errors.Should().Equal("nothing is saved as 'monthly': see analytics config list");
        undecided.ShouldEndWith(2);
        formless.ShouldEndWith(2);
        formless.Errors.Should().ContainSingle().Which.Should().Contain("masures");
        file.ShouldEndWith(1);
        file.Errors.Should().ContainSingle().Which.Should().Contain("sql");
        (await RunAsync(folder, "config", "list")).Lines.Should().ContainSingle("a file is taken whole or not at all");
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);
}
