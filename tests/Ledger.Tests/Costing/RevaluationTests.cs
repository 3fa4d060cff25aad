using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

public sealed class RevaluationTests
{
    [Fact]
    public async Task What_freight_adds_to_a_receipt_goes_on_into_what_was_sold_of_it()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(4, 90)));

        await book.PostedAsync(Note("A1", "2026-01-20", 10, of: "R1") with
        {
            PartyCode = Supplier, ContraAccount = Account.Payable,
        });

        // 110 ÷ 10 = 11 each: 44 sold, 66 left.
        book.Costs().Should().Be("A1 -10; D1 44; R1 100");
        Pools(book).Should().Equal((6m, 66m));
        book.Number("select business_date from cost_adjustment").Should().Be(20260103);
        book.Number("select business_date from stock_movement where cost_basis = 3").Should().Be(20260120);
        book.Balance(Account.Inventory).Should().Be(66);
        book.Balance(Account.CostOfSales).Should().Be(44);
        book.Balance(Account.Payable).Should().Be(-110);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task First_in_first_out_gives_it_to_the_layer_of_its_receipt()
    {
        await using var book = await CreateAsync(CostMethod.Fifo);
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(10, 200)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(12, 90)));

        await book.PostedAsync(Note("A1", "2026-01-20", 10, of: "R1"));
        await book.PostedAsync(Note("A2", "2026-01-20", 20, of: "R2"));

        // All of R1 and two of R2 at 22 each.
        book.Costs().Should().Be("A1 -10; A2 -20; D1 154; R1 100; R2 200");
        Pools(book).Should().Equal((8m, 176m));
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task First_in_first_out_spreads_a_change_of_all_that_is_there_over_the_layers()
    {
        await using var book = await CreateAsync(CostMethod.Fifo);
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(1, 10)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(2, 40)));

        await book.PostedAsync(Note("A1", "2026-01-03", 10));

        book.Query("select value from state_pool_queue order by place", row => row.GetInt64(0))
            .Should().Equal(133_333, 466_667);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task Cost_by_batch_revalues_one_batch()
    {
        await using var book = await CreateAsync(CostMethod.Batch);
        await book.PostedAsync(Receipt(
            "R1", "2026-01-01", Line(10, 100) with { BatchNo = "B1" }, Line(10, 300) with { BatchNo = "B2" }));

        var refusal = await book.RefusedAsync(Note("A1", "2026-01-02", 20));
        await book.PostedAsync(Note("A1", "2026-01-02", 20, batch: "B1"));
        await book.PostedAsync(Sale(
            "D1", "2026-01-03", Line(5, 90) with { BatchNo = "B1" }, Line(5, 90) with { BatchNo = "B2" }));

        refusal.Reason.Should().Be(RefusalReason.BatchMissing);
        book.Query("select cost_amount from document_line join document using (seq) where document_no = 'D1'",
            row => row.GetInt64(0)).Should().Equal(60 * Money.Scale, 150 * Money.Scale);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task Period_average_takes_it_as_worth_that_came_in()
    {
        await using var book = await CreateAsync(CostMethod.PeriodAverage);
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-05", Line(4, 90)));
        await book.PostedAsync(Note("A1", "2026-01-20", 20));
        await book.PostedAsync(Note("A2", "2026-01-21", 10, of: "R1"));
        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        // (100 + 20 + 10) ÷ 10 = 13.
        book.Costs().Should().Be("A1 -20; A2 -10; D1 52; R1 100");
        await book.VerifiedAsync();

        // The price of January stands; what comes later is worth more.
        await book.PostedAsync(Note("A3", "2026-02-02", 12, of: "R1"));
        await book.PostedAsync(Sale("D2", "2026-02-03", Line(6, 90)));
        book.Costs().Should().Be("A1 -20; A2 -10; A3 -12; D1 52; D2 90; R1 100");
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task A_receipt_that_covered_what_was_sold_before_hands_its_part_on()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Sale("D1", "2026-01-01", Line(4, 90)));
        await book.PostedAsync(Receipt("R1", "2026-01-03", Line(10, 100)));

        await book.PostedAsync(Note("A1", "2026-01-20", 10, of: "R1"));

        book.Costs().Should().Be("A1 -10; D1 44; R1 100");
        Pools(book).Should().Equal((6m, 66m));
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task A_pool_without_goods_carries_no_value_until_goods_turn_up()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(10, 90)));

        await book.PostedAsync(Note("A1", "2026-01-05", 5) with
        {
            PartyCode = Supplier, ContraAccount = Account.Payable,
        });

        Pools(book).Should().Equal((0m, 0m));
        book.Balance(Account.Inventory).Should().Be(0);
        book.Balance(Account.CostOfSales).Should().Be(105);
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(10, 100)));
        Pools(book).Should().Equal((10m, 105m));
        book.Balance(Account.Inventory).Should().Be(105);
        book.Balance(Account.CostOfSales).Should().Be(100);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task A_receipt_of_a_closed_period_changes_its_sales_on_the_first_open_day()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(4, 90)));
        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        await book.PostedAsync(Note("A1", "2026-02-03", 10, of: "R1"));

        book.Query("select cost_amount, business_date from cost_adjustment",
            row => (row.GetInt64(0), row.GetInt64(1))).Should().Equal((4 * Money.Scale, 20260201));
        book.Number("select business_date from stock_movement where cost_basis = 3").Should().Be(20260203);
        await book.VerifiedAsync();
    }

    [Theory]
    [InlineData("R1")]
    [InlineData("")]
    public async Task A_reversed_note_leaves_no_trace(string of)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Note("A1", "2026-01-02", 10, of));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(4, 90)));

        var held = await book.PostAsync(new Reversal("purchase_receipt:R1", "R1-R"));
        var later = await book.RefusedAsync(new Reversal("cost_adjustment:A1", "A1-R") { BusinessAt = Day("2026-01-09") });
        await book.PostedAsync(new Reversal("cost_adjustment:A1", "A1-R"));

        (held is PostResult.Refused { Refusal.Reason: RefusalReason.OriginalTakenBack }).Should().Be(of.Length > 0);
        later.Reason.Should().Be(RefusalReason.NoteReversedLater);
        if (of.Length > 0)
        {
            book.Costs().Should().Be("A1 -10; A1-R 10; D1 40; R1 100");
            Pools(book).Should().Equal((6m, 60m));
            await book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R"));
        }

        book.Balance(Account.Inventory).Should().Be(book.Number("select sum(value) from state_pool") / Money.Scale);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task A_note_is_refused_where_it_makes_no_sense()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-03", Line(10, 100)));
        var note = Note("A1", "2026-01-05", 10, of: "R1");

        var refusals = new[]
        {
            await book.RefusedAsync(note with { BusinessAt = Day("2026-01-02") }),
            await book.RefusedAsync(Note("A1", "2026-01-05", 10, of: "R9")),
            await book.RefusedAsync(note with { Lines = [note.Lines[0] with { Quantity = Qty.Round(1) }] }),
            await book.RefusedAsync(note with { Lines = [note.Lines[0] with { CostAmount = null }] }),
            await book.RefusedAsync(note with { ContraAccount = Account.Payable }),
            await book.RefusedAsync(note with { ContraAccount = "9999" }),
            await book.RefusedAsync(Sale("D1", "2026-01-05", Line(1, 9)) with { ContraAccount = Account.Cash }),
            await book.RefusedAsync(Sale("D1", "2026-01-05", Line(1, 9) with { OriginalNo = "R1" })),
        };

        refusals.Select(refusal => refusal.Reason).Should().Equal(
            RefusalReason.NoteBeforeReceipt, RefusalReason.UnknownOriginal, RefusalReason.QuantityNotZero,
            RefusalReason.ValueMissing, RefusalReason.CodeMissing, RefusalReason.UnknownAccount,
            RefusalReason.LinesNotTaken, RefusalReason.LinesNotTaken);
    }

    [Theory]
    [InlineData("update movement_worth set own_value = own_value + 1", "chain")]
    [InlineData("update movement_worth set own_value = own_value + 1", "state")]
    [InlineData("update state_movement set revalued = revalued + 1", "state")]
    [InlineData("update state_movement set revalued = revalued + 1", "cost")]
    [InlineData("delete from state_taken_back", "state")]
    public async Task A_note_that_is_tampered_with_is_found(string sql, string check)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(4, 90)));
        await book.PostedAsync(Note("A1", "2026-01-20", 10, of: "R1"));
        await book.VerifiedAsync();

        book.Tamper(sql);

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings
            .Should().Contain(finding => finding.Check == check);
    }

    private static Document Note(string number, string date, decimal value, string of = "", string batch = "") =>
        new(DocumentKind.CostAdjustment, number, Day(date))
        {
            StoreCode = Store, Lines = [Line(0, 0, cost: value) with { OriginalNo = of, BatchNo = batch }],
        };

    private static async Task<TestBook> CreateAsync(CostMethod method = CostMethod.MovingAverage)
    {
        var book = await TestBook.CreateAsync();
        await book.PostedAsync(new CostClassMaster("K", "K", method)
        {
            IsCompanyWide = method == CostMethod.PeriodAverage,
        });
        await book.PostedAsync(new ItemMaster(Item, "感冒灵颗粒", "A1")
        {
            BaseUnit = "盒", CostClassCode = "K", IsBatchTracked = method == CostMethod.Batch,
        });
        return book;
    }

    private static List<(decimal Qty, decimal Value)> Pools(TestBook book) => book.Query(
        "select qty, value from state_pool",
        row => ((decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale));
}
