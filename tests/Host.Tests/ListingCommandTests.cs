using System.Text.Json;
using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Tests;

/// <summary>What the book knows of accounting, on the command line.</summary>
public sealed class ListingCommandTests
{
    [Fact]
    public async Task Statements_vouchers_and_prices_come_out_in_the_form_asked_for()
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);
        string[] month = ["--from", "2026-01-01", "--to", "2026-01-31"];

        using var trial = await RunAsync(folder, ["accounts", "trial-balance", .. month]);
        using var sheet = await RunAsync(
            folder, "accounts", "balance-sheet", "--as-of", "2026-01-31", "--format", "json");
        using var vouchers = await RunAsync(folder, ["accounts", "vouchers", .. month, "--format", "csv"]);
        using var book = await RunAsync(
            folder, ["accounts", "income-statement", .. month, "--out", folder.File("income.xlsx")]);
        using var open = await RunAsync(folder, "accounts", "open-items", "--account", "2202", "--as-of", "2026-01-31");
        using var prices = await RunAsync(folder, "prices", "history", "I1", "--party", "V1");
        using var left = await RunAsync(folder, "invoices", "uninvoiced", "--side", "purchases");

        Child[] all = [trial, sheet, vouchers, book, open, prices, left];
        all.Should().AllSatisfy(child => child.ShouldEndWith(0));
        trial.Lines.Should().Contain(line => line.StartsWith("1405", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(string.Join('\n', sheet.Lines));
        json.RootElement.GetProperty("rows").EnumerateArray()
            .Single(row => row.GetProperty("line_code").GetString() == "total_assets")
            .GetProperty("amount").GetDecimal().Should().Be(100);
        vouchers.Lines[0].Should().EndWith("Party,Store code");
        vouchers.Lines[1].Should().Be("2026-01-02,记,1,1,Purchase receipt R1,1405,Inventory,100,0,,,S1");
        vouchers.Errors.Should().ContainSingle().Which.Should().StartWith("complete to entry ");
        new FileInfo(folder.File("income.xlsx")).Length.Should().BePositive();
        open.Lines.Should().Contain(line => line.Contains("-100.00", StringComparison.Ordinal));
        prices.Lines.Should().Contain(line => line.Contains("2026-01-02", StringComparison.Ordinal));
        left.Lines.Should().Contain(line => line.Contains("R1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_month_is_checked_closed_once_and_listed()
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);

        using var check = await RunAsync(folder, "month-end", "check", "2026-01");
        using var close = await RunAsync(folder, "month-end", "close", "2026-01");
        using var again = await RunAsync(folder, "month-end", "close", "2026-01");
        using var earlier = await RunAsync(folder, "month-end", "close", "2025-12");
        using var future = await RunAsync(folder, "month-end", "close", "2099-12");
        using var list = await RunAsync(folder, "month-end", "list");

        check.ShouldEndWith(0);
        check.Lines.Should().Contain(line => line.StartsWith("negative_stock", StringComparison.Ordinal));
        close.ShouldEndWith(0);
        close.Lines.Should().Equal("closed to 2026-01-31");
        again.ShouldEndWith(0);
        again.Lines.Should().Equal("was closed to 2026-01-31 before");
        foreach (var refused in (Child[])[earlier, future])
        {
            refused.ShouldEndWith(1);
            refused.Errors.Should().ContainSingle();
        }

        list.Lines.Should().ContainSingle(line => line.StartsWith("2026-01-31", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, "accounts", "trial-balance", "--from", "January")]
    [InlineData(2, "accounts", "open-items", "--account", "1001")]
    [InlineData(2, "accounts", "vouchers", "--format", "xlsx")]
    [InlineData(2, "month-end", "close", "January")]
    [InlineData(2, "month-end", "check")]
    [InlineData(2, "prices", "history")]
    [InlineData(1, "prices", "history", "NOTHING")]
    [InlineData(1, "accounts", "trial-balance", "--store", "NOWHERE")]
    public async Task What_is_asked_wrongly_is_one_line(int code, params string[] arguments)
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);

        using var child = await RunAsync(folder, arguments);

        child.ShouldEndWith(code);
        child.Errors.Should().ContainSingle();
        child.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_book_there_is_nothing_to_ask_or_close()
    {
        using var folder = new TempFolder();
        foreach (var arguments in (string[][])[["accounts", "vouchers"], ["month-end", "close", "2026-01"]])
        {
            using var child = await RunAsync(folder, arguments);
            child.ShouldEndWith(1);
            child.Errors.Should().ContainSingle();
        }
    }

    /// <summary>Ten pieces bought for 100 on account in January.</summary>
    private static async Task CompanyAsync(TempFolder folder)
    {
        await using var book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
        Submission[] all =
        [
            new CategoryMaster("A", "药品"),
            new ItemMaster("I1", "感冒灵颗粒", "A") { BaseUnit = "盒" },
            new StoreMaster("S1", "城东店"),
            new PartyMaster("V1", "康健医药") { IsSupplier = true },
            new Document(DocumentKind.PurchaseReceipt, "R1", new(2026, 1, 2, 10, 0, 0, TimeSpan.FromHours(8)))
            {
                StoreCode = "S1", PartyCode = "V1", Tender = Tender.Account,
                Lines = [new DocumentLine("I1", Qty.Round(10), Money.Round(100))],
            },
        ];
        (await journal.PostAsync(all, default)).Should().AllBeOfType<PostResult.Posted>();
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);
}
