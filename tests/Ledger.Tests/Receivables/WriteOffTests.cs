using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.Receivables.Owing;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Receivables;

/// <summary>One worked example of each kind of write-off, by hand.</summary>
public sealed class WriteOffTests
{
    [Fact]
    public async Task A_receipt_settles_receivables()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Sold("D2", "2026-01-06", 50));

        await book.PostedAsync(Off(
            WriteOffKind.ReceiptToReceivable, "W1", "2026-01-10", Customer, Part(TheSale("D1")),
            Part(TheSale("D2"), 20)));

        await HoldsAsync(book, ["1002 1122 120"], "1122 C1 sale D2 30.0");
    }

    [Fact]
    public async Task A_payment_settles_payables()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Bought("R1", "2026-01-05", 100));

        await book.PostedAsync(Off(
            WriteOffKind.PaymentToPayable, "W1", "2026-01-10", Supplier, Part(ThePurchase("R1"), 60)) with
        {
            ContraAccount = Account.Cash,
        });

        await HoldsAsync(book, ["2202 1001 60"], "2202 V1 purchase_receipt R1 -40.0");
    }

    [Fact]
    public async Task An_advance_received_settles_a_receivable()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Advance("M1", "2026-01-04", 80));
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));

        await book.PostedAsync(Off(
            WriteOffKind.AdvanceToReceivable, "W1", "2026-01-10", Customer, Part(TheSale("D1"), 70)) with
        {
            Against = [Part(TheReceipt("M1"), 70)],
        });

        await HoldsAsync(
            book, ["2203 1122 70"], "2203 C1 money_receipt M1 -10.0", "1122 C1 sale D1 30.0");
    }

    [Fact]
    public async Task An_advance_paid_settles_a_payable()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(AdvancePaid("P1", "2026-01-04", 80));
        await book.PostedAsync(Bought("R1", "2026-01-05", 100));

        await book.PostedAsync(Off(
            WriteOffKind.AdvanceToPayable, "W1", "2026-01-10", Supplier, Part(ThePurchase("R1"), 80)) with
        {
            Against = [Part(ThePayment("P1"))],
        });

        await HoldsAsync(book, ["2202 1123 80"], "2202 V1 purchase_receipt R1 -20.0");
    }

    [Fact]
    public async Task What_one_party_owes_settles_what_it_is_owed()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100, Both));
        await book.PostedAsync(Bought("R1", "2026-01-05", 60, Both));

        await book.PostedAsync(Off(
            WriteOffKind.ReceivableToPayable, "W1", "2026-01-10", Both, Part(TheSale("D1"), 60)) with
        {
            Against = [Part(ThePurchase("R1"))],
        });

        await HoldsAsync(book, ["2202 1122 60"], "1122 B1 sale D1 40.0");
    }

    [Fact]
    public async Task Advances_received_and_paid_of_one_party_settle_each_other()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Advance("M1", "2026-01-04", 80, Both));
        await book.PostedAsync(AdvancePaid("P1", "2026-01-04", 50, Both));

        await book.PostedAsync(Off(
            WriteOffKind.AdvanceToAdvance, "W1", "2026-01-10", Both, Part(TheReceipt("M1"), 50)) with
        {
            Against = [Part(ThePayment("P1"))],
        });

        await HoldsAsync(book, ["2203 1123 50"], "2203 B1 money_receipt M1 -30.0");
    }

    [Fact]
    public async Task A_receivable_taken_over_counts_from_the_transfer_unless_its_origin_is_kept()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100) with { DueDate = Date("2026-02-05") });
        await book.PostedAsync(Sold("D2", "2026-01-06", 50));
        var transfer = Off(
            WriteOffKind.ReceivableTransfer, "W1", "2026-01-10", Customer, Part(TheSale("D1"), 30),
            Part(TheSale("D2"), 20)) with
        {
            ToPartyCode = OtherCustomer,
        };

        await book.PostedAsync(transfer);
        await book.PostedAsync(transfer with { DocumentNo = "W2", KeepsOriginDate = true });

        await HoldsAsync(
            book, ["1122 1122 50", "1122 1122 50"], "1122 C1 sale D1 40.0", "1122 C1 sale D2 10.0",
            "1122 C2 write_off W1 50.0", "1122 C2 write_off W2 30.0", "1122 C2 write_off W2 20.0");
        book.Query(
            "select origin_date, due_date from state_open_item where party_id >= 11 order by seq, line_no",
            row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((20260110, 20260110), (20260105, 20260205), (20260106, 20260106));
    }

    [Fact]
    public async Task A_payable_is_taken_over_by_another_supplier()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Bought("R1", "2026-01-05", 100));

        await book.PostedAsync(Off(
            WriteOffKind.PayableTransfer, "W1", "2026-01-10", Supplier, Part(ThePurchase("R1"), 40)) with
        {
            ToPartyCode = OtherSupplier,
        });

        await HoldsAsync(
            book, ["2202 2202 40"], "2202 V1 purchase_receipt R1 -60.0", "2202 V2 write_off W1 -40.0");
    }

    [Fact]
    public async Task An_advance_is_merged_into_another_customers()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Advance("M1", "2026-01-04", 80));

        await book.PostedAsync(Off(
            WriteOffKind.AdvanceTransfer, "W1", "2026-01-10", Customer, Part(TheReceipt("M1"))) with
        {
            ToPartyCode = OtherCustomer,
        });

        await HoldsAsync(book, ["2203 2203 80"], "2203 C2 write_off W1 -80.0");
    }

    [Theory]
    [InlineData(WriteOffKind.ReceivableToOther, WriteOffKind.OtherToReceivable, "1122", "1221", 1)]
    [InlineData(WriteOffKind.PayableToOther, WriteOffKind.OtherToPayable, "2202", "2241", -1)]
    public async Task What_is_owed_is_converted_to_another_account_of_the_party_and_back(
        WriteOffKind away, WriteOffKind back, string trade, string other, int sign)
    {
        await using var book = await BookAsync();
        await book.PostedAsync(sign > 0
            ? Sold("D1", "2026-01-05", 100) with { DueDate = Date("2026-02-05") }
            : Bought("D1", "2026-01-05", 100) with { DueDate = Date("2026-02-05") });
        var (party, owed) = sign > 0 ? (Customer, TheSale("D1")) : (Supplier, ThePurchase("D1"));
        var name = sign > 0 ? "sale" : "purchase_receipt";

        await book.PostedAsync(Off(away, "W1", "2026-01-10", party, Part(owed, 60)) with { KeepsOriginDate = true });

        var (debit, credit) = sign > 0 ? (other, trade) : (trade, other);
        await HoldsAsync(
            book, [$"{debit} {credit} 60"], $"{trade} {party} {name} D1 {sign * 40.0:0.0}",
            $"{other} {party} write_off W1 {sign * 60.0:0.0}");
        book.Query(
            $"select origin_date, due_date from state_open_item where account = '{other}'",
            row => (row.GetInt64(0), row.GetInt64(1))).Should().Equal((20260105, 20260205));
        var item = new OpenItemRef("write_off", "W1") { Account = other };
        (await book.RefusedAsync(Off(away, "W2", "2026-01-11", party, Part(item, 25))))
            .Reason.Should().Be(Analytics.Ledger.Posting.RefusalReason.AllocationAcross);
        await book.PostedAsync(Off(back, "W2", "2026-01-11", party, Part(item, 25)));
        await HoldsAsync(
            book, [$"{debit} {credit} 60", $"{credit} {debit} 25"], $"{trade} {party} {name} D1 {sign * 40.0:0.0}",
            $"{other} {party} write_off W1 {sign * 35.0:0.0}", $"{trade} {party} write_off W2 {sign * 25.0:0.0}");
        await book.PostedAsync(new AllocationReversal("W2-R", Date("2026-01-12"))
        {
            OfKind = "write_off", OfNo = "W2",
        });
        book.Number($"select sum(remaining) from state_open_item where account = '{other}'").Should()
            .Be(sign * 600_000);
    }

    [Fact]
    public async Task A_return_settles_a_sale_without_money()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Sold("D2", "2026-01-05", 50));
        await book.PostedAsync(BroughtBack("T1", "2026-01-06", 70));
        await book.PostedAsync(BroughtBack("T2", "2026-01-06", 60));

        await book.PostedAsync(Off(
            WriteOffKind.ReturnToSale, "W1", "2026-01-10", Customer, Part(TheSale("D1")), Part(TheSale("D2"), 30)) with
        {
            Against = [Part(TheReturn("T1")), Part(TheReturn("T2"))],
        });

        await HoldsAsync(book, [], "1122 C1 sale D2 20.0");
        book.Number("select count(*) from allocation").Should().Be(3);
    }

    [Fact]
    public async Task A_credit_of_a_supplier_settles_a_purchase_without_money()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Bought("R1", "2026-01-05", 100));
        await book.PostedAsync(Paid("P1", "2026-01-06", Supplier, 30));

        await book.PostedAsync(Off(
            WriteOffKind.ReturnToPurchase, "W1", "2026-01-10", Supplier, Part(ThePurchase("R1"), 30)) with
        {
            Against = [Part(ThePayment("P1"))],
        });

        await HoldsAsync(book, [], "2202 V1 purchase_receipt R1 -70.0");
    }

    [Theory]
    [InlineData(WriteOffKind.SalesDiscount, "6601 1122 0.3")]
    [InlineData(WriteOffKind.BadDebt, "1231 1122 0.3")]
    public async Task A_receivable_is_given_up(WriteOffKind kind, string money)
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100.3m));

        await book.PostedAsync(Off(kind, "W1", "2026-01-10", Customer, Part(TheSale("D1"), 0.3m)));

        await HoldsAsync(book, [money], "1122 C1 sale D1 100.0");
    }

    [Fact]
    public async Task A_supplier_gives_something_off()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Bought("R1", "2026-01-05", 100.3m));

        await book.PostedAsync(Off(
            WriteOffKind.PurchaseDiscount, "W1", "2026-01-10", Supplier, Part(ThePurchase("R1"), 0.3m)));

        await HoldsAsync(book, ["2202 6301 0.3"], "2202 V1 purchase_receipt R1 -100.0");
    }

    [Fact]
    public async Task A_write_off_taken_back_leaves_items_and_balances_as_before()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Off(
            WriteOffKind.ReceivableTransfer, "W1", "2026-01-10", Customer, Part(TheSale("D1"))) with
        {
            ToPartyCode = OtherCustomer,
        });

        await book.PostedAsync(TakeBack("A1", "2026-01-12", "write_off", "W1"));

        await HoldsAsync(book, ["1122 1122 100", "1122 1122 -100"], "1122 C1 sale D1 100.0");
    }

    [Fact]
    public async Task The_same_write_off_again_is_already_there()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        var off = Off(WriteOffKind.BadDebt, "W1", "2026-01-10", Customer, Part(TheSale("D1"), 40));
        var seq = await book.PostedAsync(off);

        (await book.PostAsync(off with { Source = "again" }))
            .Should().Be(new Ledger.Posting.PostResult.AlreadyThere(seq));

        await HoldsAsync(book, ["1231 1122 40"], "1122 C1 sale D1 60.0");
    }

    /// <summary>Money rows of vouchers as "debit credit amount", and what is open; the book verifies.</summary>
    private static async Task HoldsAsync(TestBook book, string[] money, params string[] open)
    {
        book.Query(
            "select m.debit_account || ' ' || m.credit_account, m.amount from money_movement m "
            + "join document d on d.seq = m.seq where d.kind in ('write_off', 'allocation_reversal') "
            + "order by m.seq, m.line_no",
            row => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{row.GetString(0)} {row.GetInt64(1) / 10_000m:0.####}"))
            .Should().Equal(money);
        book.Open().Should().BeEquivalentTo(open);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }
}
