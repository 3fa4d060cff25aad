using System.Text;
using Analytics.Fixtures;
using Analytics.Ingest.Import.Tables;
using Analytics.Ledger;
using Analytics.Ledger.History;
using Analytics.Ledger.Posting;
using CsCheck;

namespace Analytics.Ingest.Tests.Import.Tables;

/// <summary>Tables that users keep, through a real book.</summary>
public sealed class KeptTableTests : IAsyncLifetime, IDisposable
{
    // The prices begin after the days on which the tests are run.
    private static readonly DateOnly Later = new(2090, 1, 1);

    private static readonly IReadOnlyList<Submission> Masters =
    [
        new ListValueMaster(ListKind.Department, "D1", "零售部"),
        new ListValueMaster(ListKind.Channel, "H1", "外卖"),
        new CategoryMaster("A1", "非处方药"),
        new StoreMaster("S01", "城东店") { DepartmentCode = "D1" },
        new StoreMaster("S02", "城西店"),
        new EmployeeMaster("E1", "张三"),
        new PartyMaster("=C1", "仁心诊所") { IsCustomer = true },
        new ItemMaster("P001", "感冒灵", "A1") { BaseUnit = "盒" },
        new ItemMaster("007", "创可贴", "A1") { BaseUnit = "盒" },
        new AccountMaster("6601.1", "办公费", AccountKind.ProfitAndLoss),
        new PriceListMaster("PL", "零售价"),
    ];

    private static readonly Gen<Submission> AnyTarget = Gen.Select(
        Among(
            (TargetScope.Company, ""), (TargetScope.Store, "S01"), (TargetScope.Department, "D1"),
            (TargetScope.Employee, "E1"), (TargetScope.Category, "A1"), (TargetScope.Channel, "H1"),
            (TargetScope.Party, "=C1")),
        Among("net_sales", "margin"), Gen.Int[1, 12], Gen.Long[0, 99_999_999], Gen.Bool,
        (scope, measure, month, amount, hasBounds) =>
            (Submission)new TargetMaster(scope.Item1, scope.Item2, measure, 202600 + month, new Money(amount))
            {
                Floor = hasBounds ? new Money(amount / 2) : null, Stretch = hasBounds ? new Money(amount * 2) : null,
            });

    private static readonly Gen<Submission> AnyBudget = Gen.Select(
        Among("", "D1"), Gen.Int[1, 12], Gen.Long[0, 99_999_999], Gen.Bool,
        (department, month, amount, isActive) =>
            (Submission)new BudgetMaster("6601.1", 202600 + month, new Money(amount))
            {
                DepartmentCode = department, IsActive = isActive,
            });

    private static readonly Gen<Submission> AnyLimit = Gen.Select(
        Among("P001", "007"), Among("S01", "S02"), Gen.Long[0, 99_999], Gen.Int[0, 2], Gen.Bool,
        (item, depot, least, which, isActive) => (Submission)new StockLimitMaster(item, depot)
        {
            Least = which == 1 ? null : new Qty(least), Most = which == 2 ? null : new Qty(least + 1),
            IsActive = isActive,
        });

    private static readonly Gen<Submission> AnyCredit = Gen.Select(
        Among((CreditScope.Party, "=C1"), (CreditScope.Employee, "E1"), (CreditScope.Department, "D1")),
        Gen.Long[0, 99_999_999], Gen.Int[0, 400], Gen.Int[0, 2], Gen.Bool,
        (scope, amount, days, which, isActive) => (Submission)new CreditLimitMaster(scope.Item1, scope.Item2)
        {
            Amount = which == 1 ? null : new Money(amount), Days = which == 2 ? null : days, IsActive = isActive,
        });

    private static readonly Gen<Submission> AnyBand = Gen.Select(
        Among("1122", "1221"), Among<int?>(null, 0, 30, 3650), Gen.Int[0, 1_000_000], Gen.Bool,
        (account, days, rate, isActive) => (Submission)new AgingBandMaster(account, days)
        {
            ProvisionRate = rate / 1_000_000m, IsActive = isActive,
        });

    private static readonly Gen<Submission> AnyComparison = Gen.Select(
        Among("S01", "S02"), Gen.Int[0, 300], Gen.Enum<StoreComparison>(),
        (store, day, choice) => (Submission)new StoreComparisonMaster(store, Later.AddDays(day)) { Choice = choice });

    private static readonly Gen<Submission> AnyPrice = Gen.Select(
        Among("P001", "007"), Gen.Int[0, 300], Gen.Long[0, 99_999_999], Gen.Int[0, 3], Gen.Bool,
        (item, day, price, least, ends) => (Submission)new PriceNote("PL",
        [
            new PriceLine(item, price / 1_000_000m, Later.AddDays(day))
            {
                MinQty = new Qty(least * Qty.Scale), ValidTo = ends ? Later.AddDays(day + 30) : null,
            },
        ]));

    private readonly TempFolder folder = new();
    private Book book = null!;
    private Journal journal = null!;

    public async Task InitializeAsync()
    {
        book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        journal = await Journal.OpenAsync(book, TimeProvider.System, default);
        await PostAsync(Masters);
    }

    public async Task DisposeAsync()
    {
        await journal.DisposeAsync();
        await book.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("targets", "csv", true)]
    [InlineData("targets", "xlsx", false)]
    [InlineData("budgets", "csv", false)]
    [InlineData("budgets", "xlsx", true)]
    [InlineData("stock_limits", "csv", true)]
    [InlineData("stock_limits", "xlsx", false)]
    [InlineData("credit_limits", "csv", false)]
    [InlineData("credit_limits", "xlsx", true)]
    [InlineData("aging_bands", "csv", true)]
    [InlineData("aging_bands", "xlsx", false)]
    [InlineData("store_comparisons", "csv", false)]
    [InlineData("store_comparisons", "xlsx", true)]
    [InlineData("prices", "csv", false)]
    [InlineData("prices", "xlsx", true)]
    public Task What_is_exported_changes_nothing_when_it_is_imported(string name, string format, bool isChinese) =>
        (name switch
        {
            "targets" => AnyTarget,
            "budgets" => AnyBudget,
            "stock_limits" => AnyLimit,
            "credit_limits" => AnyCredit,
            "aging_bands" => AnyBand,
            "store_comparisons" => AnyComparison,
            _ => AnyPrice,
        }).Array[1, 25].SampleAsync(
            async submissions =>
            {
                await PostAsync(submissions);
                var path = await ExportAsync(name, format, isChinese);
                var before = await SeqAsync();

                var result = Finished(await ImportAsync(name, path));

                (result.Refused, result.Changed).Should().Be((0, 0));
                result.Same.Should().Be(result.RowsRead).And.BePositive();
                (await SeqAsync()).Should().Be(before);
            },
            iter: 5, threads: 1);

    [Fact]
    public async Task Each_row_that_differs_is_a_version_with_who_handed_it_in_and_what_was_before()
    {
        await PostAsync([new TargetMaster(TargetScope.Store, "S01", "net_sales", 202601, Yuan(100))]);
        var result = Finished(await ImportAsync("targets", Write("""
            范围,范围编码,指标,月份,目标值,底线
            门店,S01,net_sales,202601,120,90
            store,S02,net_sales,202601,50.5,
            """)));

        (result.Changed, result.Same, result.Refused).Should().Be((2, 0, 0));
        await using var view = await book.ReadAsync(default);
        using var history = new BookHistory(view);
        var steps = history.Master("target", "store:S01:net_sales:202601");
        steps.Should().HaveCount(2);
        steps[1].Actor.Should().Be("keeper");
        steps[1].Changes.Select(change => (change.Field, change.Before, change.After)).Should().Contain(
            change => change.Field.StartsWith("target_amount", StringComparison.Ordinal)
                && change.Before != change.After);
        (await CsvAsync("targets")).Should().Contain("store,S02,net_sales,202601,50.5,,");
    }

    [Fact]
    public async Task A_faulty_row_is_refused_with_all_its_reasons_and_the_others_are_taken()
    {
        var result = Finished(await ImportAsync("budgets", Write("""
            account,department,month,budget,active
            6601.1,D1,202601,1000,true
            6601.1,D1,202601,2000,true
            6601.1,,2026x,many,perhaps
            6601.1,,202613,1,
            9999,,202601,1,
            6601.1,,202602,,
            """)));

        (result.RowsRead, result.Changed, result.Refused).Should().Be((6, 1, 5));
        var rejects = NaiveCsv.Read(await File.ReadAllTextAsync(result.RejectFile!)).ToList();
        rejects.Should().HaveCount(6);
        rejects[1][3].Should().Contain("twice");
        rejects[2][3].Should().Contain("month").And.Contain("budget").And.Contain("active");
        rejects[3][3].Should().Contain("202613");
        rejects[4][3].Should().Contain("9999");
        rejects[5][3].Should().Contain("budget is empty");

        // Mended, it is imported as it stands.
        var mended = await File.ReadAllTextAsync(result.RejectFile!);
        var again = Finished(await ImportAsync(
            "budgets", Write(mended.Replace(",202613", ",202612", StringComparison.Ordinal))));
        (again.Changed, again.Refused).Should().Be((2, 3));
    }

    [Theory]
    [InlineData("account,month\n6601.1,202601", "budget")]
    [InlineData("account,department,month,budget,colour\n6601.1,,202601,1,red", "colour")]
    [InlineData("a,b\n1,2", "account")]
    public async Task A_file_that_is_not_of_the_table_is_refused_and_nothing_is_entered(string text, string named)
    {
        var before = await SeqAsync();
        (await ImportAsync("budgets", Write(text))).Should().BeOfType<TableOutcome.Refused>().Which.Reason.En
            .Should().Contain(named);
        (await SeqAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("csv", true)]
    [InlineData("xlsx", false)]
    public async Task The_template_is_taken_as_it_stands_and_holds_nothing(string format, bool isChinese)
    {
        foreach (var table in KeptTable.All)
        {
            var path = folder.File($"{table.Name}.{format}");
            await WriteAsync(path, new TableFile(table, isChinese), null);
            var result = Finished(await ImportAsync(table.Name, path));
            (result.RowsRead, result.Refused).Should().Be((0, 0), table.Name);
        }
    }

    [Fact]
    public async Task A_dry_run_enters_nothing()
    {
        var before = await SeqAsync();
        var import = new TableImport(
            KeptTable.Find("targets")!, null, BusinessDay.Shanghai, TimeProvider.System);
        var outcome = await import.RunAsync(
            Write("scope,scope_code,measure,month,target\nstore,S01,net_sales,202601,1\nstore,S01,x,bad,1"), "keeper",
            (folder.File("rejects"), folder.File("tmp")), default);
        Finished(outcome).Refused.Should().Be(1);
        (await SeqAsync()).Should().Be(before);
    }

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Money Yuan(decimal amount) => Money.Round(amount);

    private static TableResult Finished(TableOutcome outcome) =>
        outcome.Should().BeOfType<TableOutcome.Finished>(outcome.ToString()).Which.Result;

    private async Task PostAsync(IReadOnlyList<Submission> submissions)
    {
        foreach (var result in await journal.PostAsync(submissions, default))
        {
            result.Should().NotBeOfType<PostResult.Refused>(result.ToString());
        }
    }

    private Task<TableOutcome> ImportAsync(string name, string path) =>
        new TableImport(KeptTable.Find(name)!, journal.PostAsync, BusinessDay.Shanghai, TimeProvider.System)
            .RunAsync(path, "keeper", (folder.File("rejects"), folder.File("tmp")), default);

    private async Task<string> ExportAsync(string name, string format, bool isChinese)
    {
        await using var view = await book.ReadAsync(default);
        var path = folder.File($"export.{format}");
        await WriteAsync(path, new TableFile(KeptTable.Find(name)!, isChinese), view);
        return path;
    }

    private static async Task WriteAsync(string path, TableFile file, BookReader? view)
    {
        await using var stream = File.Create(path);
        await (path.EndsWith("xlsx", StringComparison.Ordinal)
            ? file.WriteXlsxAsync(stream, view, default)
            : file.WriteCsvAsync(stream, view, default));
    }

    private async Task<string> CsvAsync(string name) =>
        await File.ReadAllTextAsync(await ExportAsync(name, "csv", isChinese: false));

    private string Write(string text)
    {
        var path = folder.File($"given {Guid.NewGuid():N}.csv");
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }

    private async Task<long> SeqAsync()
    {
        await using var view = await book.ReadAsync(default);
        return view.Seq;
    }
}
