using System.Text.Json;
using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary>The executable as a person meets it: what it says, and how it ends.</summary>
public sealed class CommandLineTests
{
    private const string Head =
        "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,"
        + "Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n";

    private const string Row =
        "1,O-1,1/5/2019,1/9/2019,Standard,C-1,Customer,Consumer,United States,Houston,Texas,77001,Central,P-1,Office,"
        + "Paper,Paper 1,12.5,2,0,2.5\n";

    [Theory]
    [InlineData("nonsense")]
    [InlineData("demo", "--lines", "7")]
    [InlineData("demo", "--lines", "many")]
    [InlineData("serve", "--urls", "http://nobody.example:80")]
    [InlineData("report", "run", "sales/year_on_year", "--format", "99")]
    [InlineData("report", "run", "sales/year_on_year", "--paper", "letter")]
    [InlineData("report", "run", "sales/year_on_year", "-p", "by=item", "-p", "by=store")]
    [InlineData("report", "run")]
    [InlineData("report", "run", "sales/year_on_year", "-p", "by")]
    [InlineData("report", "run", "sales/year_on_year", "--format", "xlsx")]
    [InlineData("verify", "--head", "nonsense")]
    [InlineData("lineage")]
    [InlineData("lineage", "fact_sales", "--of", "document_line")]
    [InlineData("generation", "export", "out", "--format", "csv")]
    [InlineData("import")]
    [InlineData("import", "--template", "nonsense")]
    [InlineData("token", "create", "till")]
    [InlineData("token", "create", "till", "--scope", "everything")]
    [InlineData("token", "create", " till", "--scope", "documents:post")]
    [InlineData("token", "create", "till", "--scope", "documents:post", "--expires", "tomorrow")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_wrong(params string[] arguments)
    {
        using var folder = new TempFolder();

        using var child = await RunAsync(folder, arguments);

        child.ShouldEndWith(2);
        child.Errors.Should().ContainSingle();
    }

    [Fact]
    public async Task Help_names_every_verb_and_a_verb_gives_examples()
    {
        using var english = await Child.RunAsync("analytics.dll", "--help");

        english.ShouldEndWith(0);
        string[] verbs =
            [
                "demo", "import", "inbox", "snapshot", "report", "explore", "generation", "accounts", "month-end",
                "invoices", "prices", "lineage", "verify", "head", "serve", "token", "live", "table", "bench",
            ];
        var help = string.Join('\n', english.Lines);
        verbs.Should().OnlyContain(verb => help.Contains("  " + verb, StringComparison.Ordinal));
        using var verb = await Child.RunAsync("analytics.dll", "report", "run", "--help");
        verb.ShouldEndWith(0);
        verb.Lines.Should().Contain("For example:");
    }

    [Fact]
    public async Task A_token_is_made_shown_once_listed_and_revoked()
    {
        using var folder = new TempFolder();
        using var made = await RunAsync(
            folder, "token", "create", "till", "--scope", "documents:post", "documents:read", "--expires",
            "2099-12-31");
        using var again = await RunAsync(folder, "token", "create", "TILL", "--scope", "documents:post");
        using var before = await RunAsync(folder, "token", "list");
        (await RunAsync(folder, "token", "revoke", "till")).ShouldEndWith(0);
        using var none = await RunAsync(folder, "token", "revoke", "tills");
        using var after = await RunAsync(folder, "token", "list");

        made.ShouldEndWith(0);
        var secret = made.Lines.Should().ContainSingle().Subject;
        again.ShouldEndWith(1);
        none.ShouldEndWith(1);
        before.Lines.Should().ContainSingle().Which.Should().StartWith("till  documents:read documents:post")
            .And.Contain("expires 2100-01-01 00:00").And.NotContain("revoked").And.NotContain(secret);
        after.Lines.Should().ContainSingle().Which.Should().Contain("revoked");
        (await File.ReadAllBytesAsync(folder.File("workspace.db"))).AsSpan()
            .IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)).Should().Be(-1);
    }

    [Fact]
    public async Task From_a_file_to_a_figure_and_back_to_the_chain()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("sales.csv"), Head + Row);

        (await RunAsync(folder, "import", folder.File("sales.csv"))).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        using var report = await RunAsync(
            folder, "report", "run", "sales/year_on_year", "-p", "by=none", "-p", "from_date=2019-01-01", "-p",
            "to_date=2019-12-31", "--format", "json");
        using var explored = await RunAsync(
            folder, "explore", "--measures", "sales_amount,ticket_count", "--by", "store", "--from", "2019-01-01",
            "--to", "2019-12-31", "--format", "json");
        using var refused = await RunAsync(folder, "explore", "--measures", "sales", "--by", "store");
        (await RunAsync(folder, "verify")).ShouldEndWith(0);

        report.ShouldEndWith(0);
        Cell(report, 0, "sales_amount").Should().Be(12.5m);
        explored.ShouldEndWith(0);
        Cell(explored, 0, "sales_amount").Should().Be(12.5m);
        Cell(explored, 0, "ticket_count").Should().Be(1m);
        refused.ShouldEndWith(1);
        Cell(report, 0, "margin_amount").Should().Be(2.5m);
    }

    [Fact]
    public async Task A_template_goes_to_the_screen_or_to_a_file_and_is_imported_without_a_mapping()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("sales.csv"), Head + Row);
        (await RunAsync(folder, "import", folder.File("sales.csv"))).ShouldEndWith(0);
        using var kinds = await RunAsync(folder, "import", "--template");
        using var screen = await RunAsync(folder, "import", "--template", "销售");
        (await RunAsync(folder, "import", "--template", "sale", "--out", folder.File("sale.csv"))).ShouldEndWith(0);
        (await RunAsync(folder, "import", "--template", "sale", "--out", folder.File("sale.xlsx"))).ShouldEndWith(0);
        var csv = await File.ReadAllTextAsync(folder.File("sale.csv"));
        // The example, of masters that this book has.
        csv = csv.Replace("S01,C01,E01", "HQ,C-1,", StringComparison.Ordinal)
            .Replace("P001", "P-1", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("sale.csv"), csv);

        using var refused = await RunAsync(folder, "import", folder.File("sale.xlsx"));
        using var imported = await RunAsync(folder, "import", folder.File("sale.csv"));

        kinds.Lines.Should().HaveCount(86).And.Contain(line => line.StartsWith("day_close", StringComparison.Ordinal));
        screen.Lines[0].TrimStart('\uFEFF').Should().StartWith("kind,document_no,date,store");
        refused.ShouldEndWith(1);
        imported.ShouldEndWith(0);
        imported.Lines.Should().ContainSingle().Which.Should().Contain("[template]").And.Contain("1 posted");
    }

    [Fact]
    public async Task An_unchanged_book_publishes_nothing_and_a_rollback_serves_the_older_generation()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("sales.csv"), Head + Row);
        (await RunAsync(folder, "import", folder.File("sales.csv"))).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        using var first = await RunAsync(folder, "generation", "list");
        (await RunAsync(folder, "snapshot", "--full")).ShouldEndWith(0);
        using var second = await RunAsync(folder, "generation", "list");
        var older = first.Lines.Single().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

        (await RunAsync(folder, "generation", "rollback", older)).ShouldEndWith(0);

        second.Lines.Should().HaveCount(2);
        using var after = await RunAsync(folder, "generation", "list");
        after.Lines.Single(line => line.StartsWith('*')).Should().Contain(older);
    }

    [Fact]
    public async Task A_report_goes_to_the_file_named_in_the_form_its_name_says_and_nowhere_else()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("sales.csv"), Head + Row);
        (await RunAsync(folder, "import", folder.File("sales.csv"))).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        Directory.CreateDirectory(folder.File("taken"));
        string[] run = ["report", "run", "sales/year_on_year", "--out"];

        (await RunAsync(folder, [.. run, folder.File("new.csv")])).ShouldEndWith(0);
        (await RunAsync(folder, [.. run, folder.File("nothing", "new.csv")])).ShouldEndWith(1);
        (await RunAsync(folder, [.. run, folder.File("taken")])).ShouldEndWith(1);
        (await RunAsync(folder, [.. run, "/dev/null"])).ShouldEndWith(1);

        (await File.ReadAllTextAsync(folder.File("new.csv"))).Should().Contain("Store code,");
        Directory.EnumerateFiles(folder.FullPath, "*.part", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_damaged_in_the_star_is_not_rolled_back_to_and_a_snapshot_makes_it_again()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("sales.csv"), Head + Row);
        (await RunAsync(folder, "import", folder.File("sales.csv"))).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        var file = Directory.GetFiles(folder.File("star"), "*.duckdb").Single();
        await File.WriteAllTextAsync(file, "no star");

        using var back = await RunAsync(folder, "generation", "rollback", Path.GetFileNameWithoutExtension(file));
        File.Delete(file);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);

        back.ShouldEndWith(1);
        back.Errors.Should().ContainSingle();
        (await RunAsync(folder, "verify")).ShouldEndWith(0);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("snapshot")]
    [InlineData("report", "run", "sales/year_on_year")]
    [InlineData("import", "nothing.csv")]
    [InlineData("token", "create", "till", "--scope", "documents:post")]
    [InlineData("token", "list")]
    [InlineData("token", "revoke", "till")]
    public async Task A_mistyped_data_folder_is_not_made(params string[] arguments)
    {
        using var folder = new TempFolder();

        using var child = await Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.File("typo")]);

        child.ShouldEndWith(1);
        child.Errors.Should().ContainSingle();
        Directory.Exists(folder.File("typo")).Should().BeFalse();
    }

    [SkippableTheory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task The_mapping_in_the_readme_imports_the_file_it_is_about(string name)
    {
        Skip.IfNot(RealData.Has("superstore.csv"), "superstore.csv is not there");
        using var folder = new TempFolder();
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Analytics.sln")))
        {
            root = root.Parent!;
        }

        var readme = await File.ReadAllTextAsync(Path.Combine(root.FullName, name));
        var json = readme.Split("```json", 2)[1].Split("```", 2)[0];
        await File.WriteAllTextAsync(folder.File("readme.map.json"), json);

        using var child = await RunAsync(
            folder, "import", RealData.At("superstore.csv"), "--map", folder.File("readme.map.json"));

        child.ShouldEndWith(0);
    }

    [Fact]
    public async Task A_refused_row_ends_with_1_and_stands_in_the_reject_file()
    {
        using var folder = new TempFolder();
        var other = Row.Replace("O-1", "O-2", StringComparison.Ordinal);
        var wrong = other.Replace(",2,0,", ",-2,0,", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("sales.csv"), Head + Row + wrong);

        using var child = await RunAsync(folder, "import", folder.File("sales.csv"));

        child.ShouldEndWith(1);
        var rejects = Directory.GetFiles(folder.File("quarantine")).Should().ContainSingle().Subject;
        (await File.ReadAllTextAsync(rejects)).Should().Contain("O-2").And.NotContain("O-1,1/5");
    }

    [Theory]
    [InlineData("import", "nothing.csv")]
    [InlineData("snapshot")]
    [InlineData("report", "run", "sales/year_on_year")]
    [InlineData("report", "run", "sales/nothing")]
    [InlineData("generation", "rollback", "20200101T000000")]
    public async Task What_cannot_be_done_ends_with_1_and_one_line(params string[] arguments)
    {
        using var folder = new TempFolder();

        using var child = await RunAsync(folder, arguments);

        child.ShouldEndWith(1);
        child.Errors.Should().ContainSingle();
    }

    [Fact]
    public async Task A_second_snapshot_at_the_same_time_is_refused_in_one_line()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("sales.csv"), Head + Row);
        (await RunAsync(folder, "import", folder.File("sales.csv"))).ShouldEndWith(0);
        Directory.CreateDirectory(folder.File("star"));
        using var held = new FileStream(
            folder.File("star", "build.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        using var child = await RunAsync(folder, "snapshot");

        child.ShouldEndWith(1);
        child.Errors.Where(line => !line.StartsWith("extract", StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public async Task Ctrl_C_in_the_midst_of_the_demo_leaves_nothing_of_it()
    {
        using var folder = new TempFolder();
        using var child = new Child(
            "analytics.dll", "demo", "--lines", "1000000", "--no-serve", "--data", folder.FullPath);
        while (!File.Exists(folder.File("ledger.db")))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, default);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, default);
        await child.InterruptAsync();

        child.ShouldEndWith(1);
        File.Exists(folder.File("ledger.db")).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Superstore_gives_its_known_figures_and_importing_it_again_adds_nothing()
    {
        Skip.IfNot(RealData.Has("superstore.csv"), "superstore.csv is not there");
        using var folder = new TempFolder();
        (await RunAsync(folder, "import", RealData.At("superstore.csv"))).ShouldEndWith(0);
        (await RunAsync(folder, "import", RealData.At("superstore.csv"))).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);

        using var report = await RunAsync(
            folder, "report", "run", "sales/year_on_year", "-p", "by=none", "-p", "grain=year", "-p",
            "from_date=2016-01-01", "-p", "to_date=2019-12-31", "--format", "json");

        report.ShouldEndWith(0);
        Column(report, "sales_amount").Should().Equal(484247.4981m, 470532.5090m, 609205.5980m, 733215.2552m);
        Column(report, "margin_amount").Should().Equal(49543.9741m, 61618.6037m, 81795.1743m, 93439.2696m);
    }

    [SkippableFact]
    public async Task Northwind_gives_its_known_figure()
    {
        Skip.IfNot(RealData.Has("northwind"), "northwind is not there");
        using var folder = new TempFolder();
        (await RunAsync(folder, "import", RealData.At("northwind"))).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);

        using var report = await RunAsync(
            folder, "report", "run", "sales/year_on_year", "-p", "by=none", "-p", "from_date=1996-01-01", "-p",
            "to_date=1998-12-31", "--format", "json");

        report.ShouldEndWith(0);
        Column(report, "sales_amount").Should().Equal(1265793.0395m);
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);

    private static decimal Cell(Child report, int row, string column) => Column(report, column)[row];

    private static List<decimal> Column(Child report, string name)
    {
        using var json = JsonDocument.Parse(string.Join('\n', report.Lines));
        var at = json.RootElement.GetProperty("columns").EnumerateArray()
            .Select(column => column.GetProperty("name").GetString()).ToList().IndexOf(name);
        return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row[at].GetDecimal())];
    }
}
