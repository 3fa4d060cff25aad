using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Stock.StockBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>Counts, losses and gains, use inside, lending and borrowing.</summary>
public sealed class StockDocumentTests
{
    public static TheoryData<DocumentKind, string> Outward => new()
    {
        { DocumentKind.StockDamage, "1901" },
        { DocumentKind.Destruction, "1901" },
        { DocumentKind.OtherOut, "6711" },
        { DocumentKind.InternalUse, "6602" },
        { DocumentKind.LendOut, "1406" },
    };

    [Theory]
    [MemberData(nameof(Outward))]
    public async Task What_goes_out_is_booked_at_cost_and_follows_it(DocumentKind kind, string account)
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(Out(kind));
        book.Accounts().Should().Equal([.. Sorted(("1405", 70), (account, 30))]);

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));

        book.Accounts().Should().Equal([.. Sorted(("1405", 255), (account, 45))]);
        await book.HoldsAsync();
    }

    [Theory]
    [MemberData(nameof(Outward))]
    public async Task Reversing_what_went_out_restores_everything(DocumentKind kind, string account)
    {
        await using var book = await StockedAsync();
        account.Should().NotBeEmpty();

        await Restores.EverythingAsync(book, Out(kind));
    }

    [Theory]
    [InlineData(DocumentKind.OtherOut, "6601")]
    [InlineData(DocumentKind.InternalUse, "6601")]
    public async Task The_account_named_is_booked_also_when_the_cost_changes(DocumentKind kind, string account)
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(Out(kind) with { ContraAccount = account });
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));

        book.Accounts().Should().Equal(("1405", 255), (account, 45));
        (await book.RefusedAsync(Out(kind) with { DocumentNo = "X2", ContraAccount = "2202" }))
            .Reason.Should().Be(RefusalReason.UnknownAccount);
    }

    [Fact]
    public async Task Goods_found_cost_what_the_others_do_and_else_what_was_last_paid()
    {
        await using var book = await StockedAsync();

        await book.PostedAsync(Of(DocumentKind.StockOverflow, "F1", "2026-01-03", Line(2, 0)));
        await book.PostedAsync(
            Of(DocumentKind.StockOverflow, "F2", "2026-01-03", Line(3, 0)) with { StoreCode = OtherStore });

        book.Depots().Should().Equal((Store, 12, 120), (OtherStore, 3, 30));
        book.Accounts().Should().Equal(("1405", 150), ("1901", -50));
        await Restores.EverythingAsync(book, Of(DocumentKind.StockOverflow, "F3", "2026-01-03", Line(1, 0)));
    }

    [Fact]
    public async Task Goods_that_came_for_another_reason_are_worth_what_is_stated()
    {
        await using var book = await StockedAsync();
        await Restores.EverythingAsync(book, Other(DocumentKind.OtherIn, "F0", Line(2, 50)));

        await book.PostedAsync(Other(DocumentKind.OtherIn, "F1", Line(2, 50)));

        book.Accounts().Should().Equal(("1405", 150), ("6301", -50));
        await book.HoldsAsync();
    }

    [Theory]
    [InlineData(DocumentKind.OtherIn)]
    [InlineData(DocumentKind.OtherOut)]
    public async Task What_comes_or_goes_for_another_reason_says_which(DocumentKind kind)
    {
        await using var book = await StockedAsync();

        var refusal = await book.RefusedAsync(Other(kind, "F1", Line(2, 50)) with { ReasonCode = "" });

        refusal.Should().BeEquivalentTo(new { Reason = RefusalReason.CodeMissing, What = "reason_code" });
        await book.PostedAsync(Other(kind, "F1", Line(2, 50)));
    }

    [Theory]
    [InlineData(DocumentKind.OtherOut, "6601", "6601")]
    [InlineData(DocumentKind.OtherOut, "", "6711")]
    [InlineData(DocumentKind.InternalUse, "6601", "6601")]
    [InlineData(DocumentKind.InternalUse, "", "6602")]
    public async Task Goods_of_which_no_cost_is_known_yet_go_to_the_account_named_once_it_is(
        DocumentKind kind, string named, string account)
    {
        await using var book = await StockedAsync();
        var before = Of(kind, "X1", "2026-01-01", Line(3, 0)) with { ReasonCode = "R", ContraAccount = named };
        await book.PostedAsync(before with { StoreCode = OtherStore });

        await book.PostedAsync(Receipt("R3", "2026-01-04", Line(5, 50)) with { StoreCode = OtherStore });

        book.Accounts().Should().Equal(("1405", 120), (account, 30));
        await book.HoldsAsync();
        await book.PostedAsync(new Reversal($"{DocumentKinds.Name(kind)}:X1", "X1-R"));
        book.Accounts().Should().Equal(("1405", 150));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task A_count_books_the_difference_as_of_its_moment()
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(5, 10, OtherItem)));
        await book.PostedAsync(Sale("D1", "2026-01-09", Line(4, 80)));

        var seq = await book.PostedAsync(Of(
            DocumentKind.StockCount, "C1", "2026-01-05", Line(7, 0), Line(6, 0, OtherItem)));

        book.Query(
            $"select book_qty, counted_qty, difference_qty from stock_count_line where seq = {seq} order by line_no",
            row => (row.GetInt64(0) / 10_000, row.GetInt64(1) / 10_000, row.GetInt64(2) / 10_000))
            .Should().Equal((10, 7, -3), (5, 6, 1));
        book.Depots().Should().Equal((Store, 3, 30));
        book.Accounts().Should().Equal(("1405", 42), ("1901", 28), ("6401", 40));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task What_was_counted_as_booked_is_kept_and_moves_nothing_and_nothing_may_be_counted()
    {
        await using var book = await StockedAsync();
        await Restores.EverythingAsync(book, Of(DocumentKind.StockCount, "C0", "2026-01-05", Line(12, 0)));

        var same = await book.PostedAsync(Of(DocumentKind.StockCount, "C1", "2026-01-05", Line(10, 0)));
        await book.PostedAsync(Of(DocumentKind.StockCount, "C2", "2026-01-06", Line(0, 0)));

        book.Number($"select count(*) from stock_movement where seq = {same}").Should().Be(0);
        book.Number($"select count(*) from stock_count_line where seq = {same}").Should().Be(1);
        book.Depots().Should().Equal((Store, 0, 0));
        book.Accounts().Should().Equal(("1901", 100));
        (await book.RefusedAsync(Of(DocumentKind.StockCount, "C3", "2026-01-06", Line(1, 0), Line(1, 0))))
            .Reason.Should().Be(RefusalReason.CountedTwice);
        (await book.RefusedAsync(Sale("D1", "2026-01-06", Line(0, 0))))
            .Reason.Should().Be(RefusalReason.QuantityNotPositive);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Batches_are_counted_one_by_one_and_a_new_one_may_be_found()
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(new ItemMaster("B1", "阿莫西林", "A1") { IsBatchTracked = true });
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(5, 50, "B1") with { BatchNo = "X1" }));

        await book.PostedAsync(Of(
            DocumentKind.StockCount, "C1", "2026-01-05",
            Line(4, 0, "B1") with { BatchNo = "X1" }, Line(2, 0, "B1") with { BatchNo = "X2" }));

        book.Query(
            "select batch_no, state_stock.qty / 10000 from state_stock join batch using (batch_id) order by batch_no",
            row => (row.GetString(0), row.GetInt64(1))).Should().Equal(("X1", 4), ("X2", 2));
        book.Accounts().Should().Equal(("1405", 160), ("1901", -10));
        (await book.RefusedAsync(Of(DocumentKind.StockCount, "C2", "2026-01-05", Line(4, 0, "B1"))))
            .Reason.Should().Be(RefusalReason.BatchMissing);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Losses_are_decided_on_against_expense_income_or_who_answers_for_them()
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(Out(DocumentKind.StockDamage));

        await Restores.EverythingAsync(book, Decided("L0", ("6602", 5)));
        await book.PostedAsync(Decided("L1", ("6602", 10), ("6711", 5), ("1221", 15)) with { PartyCode = Customer });

        book.Accounts().Should().Equal(("1221", 15), ("1405", 70), ("6602", 10), ("6711", 5));
        book.Number("select remaining from state_open_item where account = '1221'").Should().Be(150_000);
        await book.PostedAsync(Decided("L2", ("6301", 2)));
        book.Accounts().Should().Contain(("1901", 2)).And.Contain(("6301", -2));
        (await book.RefusedAsync(Decided("L3", ("1001", 2)))).Reason.Should().Be(RefusalReason.UnknownAccount);
        (await book.RefusedAsync(Decided("L3", ("6602", 0)))).Reason.Should().Be(RefusalReason.AmountNotPositive);
        (await book.RefusedAsync(Decided("L3", ("1221", 1)))).Reason.Should().Be(RefusalReason.CodeMissing);
    }

    [Fact]
    public async Task Lent_goods_come_back_at_what_they_went_out_at_and_never_beyond()
    {
        await using var book = await StockedAsync();
        var lent = await book.PostedAsync(Out(DocumentKind.LendOut));
        var back = Of(DocumentKind.LendReturn, "B1", "2026-01-05", Line(1, 0)) with
        {
            PartyCode = Customer, OriginalNo = "X1",
        };
        await Restores.EverythingAsync(book, back with { DocumentNo = "B0" });

        await book.PostedAsync(back);

        book.Accounts().Should().Equal(("1405", 80), ("1406", 20));
        book.Number($"select qty from state_followed where seq = {lent} and qty > 0").Should().Be(10_000);
        (await book.RefusedAsync(back with { DocumentNo = "B2", Lines = [Line(3, 0)] }))
            .Reason.Should().Be(RefusalReason.ExceedsOriginal);
        (await book.RefusedAsync(back with { DocumentNo = "B2", OriginalNo = "" }))
            .Reason.Should().Be(RefusalReason.OriginalMissing);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Borrowed_goods_are_owed_at_the_value_stated_and_go_back_by_their_share()
    {
        await using var book = await StockedAsync();
        var borrowed = Of(DocumentKind.BorrowIn, "B1", "2026-01-03", Line(10, 200)) with { PartyCode = Supplier };
        await Restores.EverythingAsync(book, borrowed with { DocumentNo = "B0" });
        await book.PostedAsync(borrowed);
        book.Accounts().Should().Equal(("1405", 300), ("2241", -200));
        var back = Of(DocumentKind.BorrowReturn, "G1", "2026-01-05", Line(4, 0)) with
        {
            PartyCode = Supplier, OriginalNo = "B1",
        };

        await Restores.EverythingAsync(book, back with { DocumentNo = "G0" });
        await book.PostedAsync(back);

        book.Accounts().Should().Equal(("1405", 240), ("2241", -120), ("6401", -20));
        (await book.RefusedAsync(back with { DocumentNo = "G2", Lines = [Line(7, 0)] }))
            .Reason.Should().Be(RefusalReason.ExceedsOriginal);
        (await book.RefusedAsync(borrowed with { DocumentNo = "B2", PartyCode = "" }))
            .Reason.Should().Be(RefusalReason.CodeMissing);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Expired_goods_are_destroyed_but_not_used()
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(new ItemMaster("B1", "阿莫西林", "A1") { IsBatchTracked = true });
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(5, 50, "B1") with
        {
            BatchNo = "X1", ExpiresOn = "2026-02-01",
        }));
        var line = Line(5, 0, "B1") with { BatchNo = "X1" };

        (await book.RefusedAsync(Of(DocumentKind.InternalUse, "U1", "2026-03-01", line)))
            .Reason.Should().Be(RefusalReason.BatchExpired);
        await book.PostedAsync(Of(DocumentKind.Destruction, "U2", "2026-03-01", line));

        book.Accounts().Should().Equal(("1405", 100), ("1901", 50));
    }

    private static async Task<TestBook> StockedAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(new ListValueMaster(ListKind.Reason, "R", "其他"));
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        return book;
    }

    private static Document Out(DocumentKind kind) =>
        Of(kind, "X1", "2026-01-03", Line(3, 0)) with { PartyCode = Customer, ReasonCode = "R" };

    private static Document Other(DocumentKind kind, string number, DocumentLine line) =>
        Of(kind, number, "2026-01-03", line) with { ReasonCode = "R" };

    private static Document Decided(string number, params (string Account, decimal Amount)[] amounts) =>
        new(DocumentKind.LossSettlement, number, Day("2026-01-06"))
        {
            StoreCode = Store,
            Lines = [],
            MoneyLines = [.. amounts.Select(one => new MoneyLine(one.Account, Money.Round(one.Amount)))],
        };

    private static IEnumerable<(string Account, decimal Amount)> Sorted(
        params (string Account, decimal Amount)[] accounts) =>
        accounts.OrderBy(one => one.Account, StringComparer.Ordinal);
}
