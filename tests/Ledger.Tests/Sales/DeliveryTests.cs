using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Goods handed to the carrier, signed for or refused; and what they cost when that turns out
/// otherwise.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_delivery_stands_on_1406_until_it_is_signed_for_and_what_is_refused_comes_back()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)) with
        {
            VehicleNo = "沪A12345", Route = "城东线", Employees = [new DocumentEmployee("driver", "E1")],
        });
        var underway = Balances(book);

        await book.PostedAsync(Signed("G1", "2026-01-04", 4, 2));

        underway.Should().Equal(("1405", 40m), ("1406", 60m), ("2202", -100m));
        Balances(book).Should().Equal(
            ("1122", 90.4m), ("1405", 60m), ("2202", -100m), ("2221", -10.4m), ("6001", -80m), ("6401", 40m));
        OnHand(book).Should().Be(6);
        book.Query("select vehicle_no, route from sales_detail", row => (row.GetString(0), row.GetString(1)))
            .Should().Equal(("沪A12345", "城东线"));
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Goods_that_would_be_owed_beyond_a_limit_neither_leave_nor_are_signed_for()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(new CreditLimitMaster(CreditScope.Party, Customer) { Amount = Money.Round(90) });
        var note = Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)) with { Tender = Tender.Account };

        (await RefusedAsync(book, note)).Should().Be(RefusalReason.CreditExceeded);
        await book.PostedAsync(note with { Tender = Tender.Cash });
        (await RefusedAsync(book, Signed("G1", "2026-01-04", 6, 0))).Should().Be(RefusalReason.CreditExceeded);
        await book.PostedAsync(Signed("G1", "2026-01-04", 6, 0) with { Tender = Tender.Cash });
    }

    [Fact]
    public async Task A_receipt_that_comes_late_changes_what_a_signed_delivery_cost()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)));
        await book.PostedAsync(Signed("G1", "2026-01-04", 4, 2));

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));

        // 300 for 20: 6 went out at 90, 2 came back at 30, 4 were sold at 60.
        Balances(book).Should().Equal(
            ("1122", 90.4m), ("1405", 240m), ("2202", -300m), ("2221", -10.4m), ("6001", -80m), ("6401", 60m));
        await IsConservedAsync(book);
        await book.PostedAsync(new Reversal("delivery_receipt:G1", "G1-R"));
        Balances(book).Should().Equal(("1405", 210m), ("1406", 90m), ("2202", -300m));
        await IsConservedAsync(book);
        await book.PostedAsync(Signed("G2", "2026-01-05", 6, 0));
        Balance(book, "6401").Should().Be(90m);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task What_changes_of_a_delivery_signed_for_in_a_closed_period_is_booked_on_the_first_open_day()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)));
        await book.PostedAsync(Signed("G1", "2026-01-04", 4, 2));
        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        // Nothing was there when the goods went out: what covers them says what they cost.
        await book.PostedAsync(Receipt("R1", "2026-02-02", Line(10, 100)));

        Balances(book).Should().Contain(("6401", 40m)).And.NotContain(balance => balance.Account == "1406");
        book.Query(
                "select business_date, amount from money_movement where debit_account = '6401' and amount <> 0",
                row => (row.GetInt64(0), row.GetInt64(1) / (decimal)Money.Scale))
            .Should().Equal((20260201, 40m));
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_receipt_taken_back_on_a_later_day_leaves_the_delivery_to_be_signed_for_again()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)));
        await book.PostedAsync(Signed("G1", "2026-01-04", 4, 2));
        await book.PostedAsync(Receipt("R2", "2026-01-05", Line(8, 160)));
        await book.PostedAsync(new Reversal("delivery_receipt:G1", "G1-R") { BusinessAt = Day("2026-01-06") });

        Balance(book, "1406").Should().Be(60m);
        await book.PostedAsync(Signed("G2", "2026-01-07", 5, 1));
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));

        Balance(book, "1406").Should().Be(0m);
        OnHand(book).Should().Be(23);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Goods_signed_for_come_back_at_what_the_delivery_cost()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)));
        await book.PostedAsync(Signed("G1", "2026-01-04", 4, 2));
        await book.PostedAsync(Receipt("R2", "2026-01-05", Line(10, 900)));
        await book.PostedAsync(Of(DocumentKind.SaleReturn, "T1", "2026-01-06", Line(3, 60)) with { OriginalNo = "G1" });

        var tooMany = await RefusedAsync(
            book, Of(DocumentKind.SaleReturn, "T2", "2026-01-06", Line(2, 40)) with { OriginalNo = "G1" });
        var followed = await RefusedAsync(book, new Reversal("delivery_receipt:G1", "G1-R"));

        Balance(book, "6401").Should().Be(10m);
        tooMany.Should().Be(RefusalReason.ExceedsOriginal);
        followed.Should().Be(RefusalReason.OriginalTakenBack);
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));
        Balance(book, "6401").Should().Be(15m);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Reversing_a_delivery_or_its_receipt_restores_all_that_it_moved()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await Restores.EverythingAsync(book, Of(DocumentKind.DeliveryNote, "N0", "2026-01-03", Line(6, 120)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)));

        await Restores.EverythingAsync(book, Signed("G1", "2026-01-04", 4, 2));

        await book.PostedAsync(Signed("G2", "2026-01-04", 6, 0));
        (await RefusedAsync(book, new Reversal("delivery_note:N1", "N1-R")))
            .Should().Be(RefusalReason.OriginalTakenBack);
    }

    [Fact]
    public async Task A_sample_of_a_delivery_is_an_expense_and_a_line_may_be_signed_for_at_two_prices()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(3, 60)));

        await book.PostedAsync(Of(
            DocumentKind.DeliveryReceipt, "G1", "2026-01-04", Line(2, 40),
            Line(1, 0) with { Purpose = LinePurpose.Sample }) with { OriginalNo = "N1" });

        Balances(book).Should().Equal(
            ("1122", 40m), ("1405", 70m), ("2202", -100m), ("6001", -40m), ("6401", 20m), ("6601", 10m));
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Batches_of_a_delivery_are_refused_and_returned_as_they_went_out()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(new ItemMaster("B1", "疫苗", "A1") { BaseUnit = "支", IsBatchTracked = true });
        await book.PostedAsync(Receipt(
            "R1", "2026-01-02", Line(4, 40, "B1") with { BatchNo = "X", ExpiresOn = "2027-01-01" },
            Line(4, 80, "B1") with { BatchNo = "Y", ExpiresOn = "2027-02-01" }));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120, "B1")));
        await book.PostedAsync(Of(
            DocumentKind.DeliveryReceipt, "G1", "2026-01-04", Line(4, 80, "B1"),
            Line(2, 0, "B1") with { IsBack = true, BatchNo = "Y" }) with { OriginalNo = "N1" });
        await book.PostedAsync(
            Of(DocumentKind.SaleReturn, "T1", "2026-01-05", Line(1, 20, "B1") with { BatchNo = "X" }) with
            {
                OriginalNo = "G1",
            });

        book.Query(
                "select batch.batch_no, sum(stock.qty) from state_stock stock inner join batch "
                + "on batch.batch_id = stock.batch_id group by batch.batch_no order by batch.batch_no",
                row => (row.GetString(0), row.GetInt64(1) / Qty.Scale))
            .Should().Equal(("X", 1), ("Y", 4));
        await IsConservedAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.DeliveryNotWhole, Signed("G1", "2026-01-04", 3, 2) },
        { RefusalReason.ExceedsOriginal, Signed("G1", "2026-01-04", 5, 2) },
        { RefusalReason.AmountNotTaken, Signed("G1", "2026-01-04", 4, 2, refusedAmount: 1) },
        { RefusalReason.BeforeOriginal, Signed("G1", "2026-01-02", 4, 2) },
        { RefusalReason.UnknownOriginal, Signed("G1", "2026-01-04", 4, 2) with { OriginalNo = "N9" } },
        { RefusalReason.CodeMissing, Signed("G1", "2026-01-04", 4, 2) with { OriginalNo = "" } },
        { RefusalReason.OriginalOfOther, Signed("G1", "2026-01-04", 4, 2) with { PartyCode = OtherCustomer } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_sign_for_the_whole_of_a_delivered_line_is_refused(
        RefusalReason reason, Document document)
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(6, 120)));

        (await RefusedAsync(book, document)).Should().Be(reason);
    }

    private static Document Signed(
        string number, string date, int taken, int refused, decimal refusedAmount = 0)
    {
        var line = Line(taken, taken * 20) with { TaxAmount = Money.Round(taken * 2.6m) };
        var back = Line(refused, refusedAmount) with { IsBack = true };
        return Of(DocumentKind.DeliveryReceipt, number, date, refused > 0 ? [line, back] : [line]) with
        {
            OriginalNo = "N1",
        };
    }
}
