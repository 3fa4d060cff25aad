using System.Text.Json;
using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary>Documents by a watched folder, and figures from somebody else's database, on the command line.</summary>
public sealed class SourcesTests
{
    [Fact]
    public async Task The_inbox_is_taken_its_bad_rows_mended_and_its_history_told()
    {
        using var folder = new TempFolder();
        using var empty = await RunAsync(folder, "inbox");
        Drop(folder.File("inbox", "sales.csv"), "kind,document_no,date,store,part,item,qty,net_amount\n"
            + "sale,T1,2026-01-01,S1,goods,NONE,1,10\n");
        Drop(folder.File("inbox", "notes.docx"), "x");

        using var taken = await RunAsync(folder, "inbox");
        using var table = await RunAsync(folder, "inbox", "--history");
        using var json = await RunAsync(folder, "inbox", "--history", "--format", "json");

        empty.ShouldEndWith(0);
        taken.ShouldEndWith(1);
        taken.Errors.Should().Contain(line => line.StartsWith("notes.docx: only .csv, ", StringComparison.Ordinal))
            .And.Contain(line => line.Contains("quarantine/sales.rejects.20261120T", StringComparison.Ordinal));
        Directory.GetFiles(folder.File("inbox", "done")).Should().ContainSingle();
        table.Lines.Should().HaveCount(2).And.Contain(line =>
            line.Contains("  taken in part  sales.csv  1 rows  posted 0", StringComparison.Ordinal));
        using var run = JsonDocument.Parse(json.Lines.Single(line => line.Contains("sales", StringComparison.Ordinal)));
        run.RootElement.GetProperty("quarantined").GetInt64().Should().Be(1);
    }

    [Fact]
    public async Task A_foreign_database_is_published_and_reports_run_on_it()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        await book.ExecuteAsync("update vretailbillindex set billdate = null where billid = 30");
        using var folder = new TempFolder();
        var of = book.Settings;
        await File.WriteAllTextAsync(folder.File("analytics.json"), JsonSerializer.Serialize(
            new { source = new { name = of.Name, provider = of.Provider, connection = of.Connection } }));

        using var snapshot = await RunAsync(folder, "snapshot");
        using var again = await RunAsync(folder, "snapshot");
        using var report = await RunAsync(
            folder, "report", "run", "sales/year_on_year", "-p", "by=item", "-p", "from_date=2026-01-01", "-p",
            "to_date=2026-12-31", "--format", "json");
        using var history = await RunAsync(folder, "snapshot", "--history");
        using var import = await RunAsync(folder, "import", folder.File("analytics.json"));

        snapshot.ShouldEndWith(0);
        snapshot.Errors.Should().Contain(line => line.Contains("source-grasp.csv", StringComparison.Ordinal));
        again.Lines.Should().ContainSingle().Which.Should().StartWith("the book is unchanged");
        report.ShouldEndWith(0);
        using var answer = JsonDocument.Parse(string.Join('\n', report.Lines));
        answer.RootElement.GetProperty("rows").GetArrayLength().Should().Be(
            book.Lines.Where(line => line.Kind.StartsWith("sale", StringComparison.Ordinal) && line.DocumentNo != "T30")
                .Select(line => line.Item).Distinct().Count());
        history.Lines.Should().Contain(line => line.Contains("quarantined ", StringComparison.Ordinal));
        import.ShouldEndWith(1);
        import.Errors.Should().ContainSingle().Which.Should().Contain("has no book").And.Contain("grasp");
    }

    [Theory]
    [InlineData("""{ "source": "grasp" }""", "source in ")]
    [InlineData("""{ "source": { "name": "grasp" } }""", "source in ")]
    [InlineData("""{ "source": { "name": "../x", "provider": "SQLite", "connection": "x" } }""", "source in ")]
    [InlineData("""
        { "ledger": "Host=x;Database=y", "source": { "name": "g", "provider": "SQLite", "connection": "x" } }
        """, "by its book or by the source")]
    public async Task Settings_of_a_source_that_mean_nothing_are_refused_in_one_line(string settings, string why)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("analytics.json"), settings);

        using var child = await RunAsync(folder, "snapshot");

        child.ShouldEndWith(1);
        child.Errors.Should().ContainSingle().Which.Should().Contain(why);
    }

    private static void Drop(string path, string text)
    {
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 20, 1, 2, 3, DateTimeKind.Utc));
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);
}
