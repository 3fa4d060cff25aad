using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Retail.RetailBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>Tickets settled with several means of payment.</summary>
public sealed class TenderTests
{
    /// <summary>60.00 without tax and 113.00 with 13 % tax; 0.30 rounded off, of which 0.10 and 0.20.</summary>
    private static Document Mixed => Sale(
        "T1", "2026-01-03", Line(2, 60),
        new DocumentLine(OtherItem, Qty.Round(1), Money.Zero) { GrossAmount = Money.Round(113) }) with
    {
        Tenders =
        [
            Pay("RND", 0.30m), Pay("YB", 50) with { Reference = "S-1", VisitNo = "V-1", Scheme = "310" },
            Pay("WX", 60), Pay("CASH", 100),
        ],
        Change = Money.Round(37.30m),
        TillCode = "P1",
        ShiftNo = "1",
    };

    [Fact]
    public async Task A_ticket_of_several_tenders_comes_out_to_the_cent()
    {
        await using var book = await RetailBook.CreateAsync();
        var before = book.Balances();

        var seq = await book.PostedAsync(Mixed);

        var lines = book.Query(
            $"select net_amount, tax_amount, discount_amount from document_line where seq = {seq} order by line_no",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
        lines.Should().Equal((59_9000, 0, 1000), (99_8200, 12_9800, 2000));
        book.Balance(Account.Receivable).Should().Be(50);
        book.Balance(Account.OtherMoney).Should().Be(60);
        book.Balance(Account.Cash).Should().Be(62.70m);
        book.Balance(Account.Revenue).Should().Be(-159.72m);
        book.Balance(Account.Tax).Should().Be(-12.98m);
        // Two pieces of 5.00 and one of 2.00.
        (book.Balance(Account.Inventory) - before[Account.Inventory]).Should().Be(-12);
        book.Query(
            $"select amount, change_amount, reference, visit_no, scheme from document_tender where seq = {seq} "
            + "order by line_no",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2) + row.GetString(3) + row.GetString(4)))
            .Should().Equal(
                (3000, 0, ""), (50_0000, 0, "S-1V-1310"), (60_0000, 0, ""), (62_7000, 37_3000, ""));
        book.Number(
            "select cast(sum(amount) as bigint) from state_tender_day where shift_no = '1' and till_code = 'P1'")
            .Should().Be(173_0000);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task The_insurance_office_owes_its_part_by_its_own_terms_and_in_the_stores_name()
    {
        await using var book = await RetailBook.CreateAsync();

        var seq = await book.PostedAsync(Mixed);

        book.Number($"select due_date from open_item where seq = {seq} and account = '1122'").Should().Be(20260202);
        book.Number(
            "select count(*) from open_item as item inner join party on party.party_id = item.party_id "
            + $"where item.seq = {seq} and party.party_code = '{Office}' and item.amount = 500000").Should().Be(1);
    }

    [Fact]
    public async Task What_a_ticket_says_to_the_insurance_stands_in_the_book_and_is_the_tenders_reference()
    {
        await using var book = await RetailBook.CreateAsync();

        var seq = await book.PostedAsync(Ticket("T1", "2026-01-03", Pay("YB", 60)) with
        {
            Insurance = new InsuranceSettlement
            {
                SettlementId = "S-9", VisitNo = "V-9", SettlementType = "1", PrescriptionNo = "RX1",
                PrescriberName = "张医生", PharmacistName = "李药师",
            },
        });

        book.Query(
            "select settlement_id, visit_no, prescriber_name, pharmacist_name from document_insurance "
            + $"where seq = {seq}",
            row => row.GetString(0) + row.GetString(1) + row.GetString(2) + row.GetString(3))
            .Should().Equal("S-9V-9张医生李药师");
        book.Query($"select reference, visit_no from document_tender where seq = {seq}", row =>
            row.GetString(0) + row.GetString(1)).Should().Equal("S-9V-9");
    }

    [Fact]
    public async Task What_is_paid_too_much_waits_as_an_advance_where_the_ticket_says_so()
    {
        await using var book = await RetailBook.CreateAsync();
        var ticket = Ticket("T1", "2026-01-03", Pay("WX", 100));
        var refusal = await book.RefusedAsync(ticket);

        await book.PostedAsync(ticket with { RestAccount = Account.AdvanceReceived });

        refusal.Reason.Should().Be(RefusalReason.Unbalanced);
        book.Balance(Account.AdvanceReceived).Should().Be(-40);
        book.Balance(Account.OtherMoney).Should().Be(100);
        book.Number("select count(*) from open_item where account = '2203' and amount = -400000").Should().Be(1);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_return_gives_back_by_tender()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(Ticket("T1", "2026-01-03", Pay("YB", 20) with { Reference = "S-1" }, Pay("WX", 40)));

        await book.PostedAsync(Return("B1", "2026-01-04", "T1", Line(1, 30)) with
        {
            Tenders = [Pay("YB", 10) with { Reference = "S-1" }, Pay("WX", 20)],
        });

        book.Balance(Account.Receivable).Should().Be(10);
        book.Balance(Account.OtherMoney).Should().Be(20);
        book.Balance(Account.Revenue).Should().Be(-30);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Reversing_a_ticket_restores_all_that_it_moved()
    {
        await using var book = await RetailBook.CreateAsync();

        await Restores.EverythingAsync(book, Mixed);
        await Restores.EverythingAsync(
            book, Ticket("T2", "2026-01-03", Pay("ACC", 100)) with { RestAccount = Account.AdvanceReceived });
    }

    public static TheoryData<RefusalReason, Document> Wrong => new()
    {
        { RefusalReason.UnknownMaster, Ticket("T", "2026-01-03", Pay("NONE", 60)) },
        { RefusalReason.InactiveMaster, Ticket("T", "2026-01-03", Pay("OLD", 60)) },
        { RefusalReason.Unbalanced, Ticket("T", "2026-01-03", Pay("WX", 59.99m)) },
        { RefusalReason.Unbalanced, Ticket("T", "2026-01-03", Pay("WX", 60.01m)) },
        { RefusalReason.Unbalanced, Ticket("T", "2026-01-03", Pay("RND", 60.01m)) },
        { RefusalReason.AmountNotPositive, Ticket("T", "2026-01-03", Pay("WX", 60), Pay("CASH", 0)) },
        { RefusalReason.ChangeTooLarge, Ticket("T", "2026-01-03", Pay("WX", 70)) with { Change = Money.Round(10) } },
        { RefusalReason.ChangeTooLarge, Ticket("T", "2026-01-03") with { Change = Money.Round(10) } },
        { RefusalReason.CodeMissing, Ticket("T", "2026-01-03", Pay("YB", 60)) },
        { RefusalReason.CodeMissing, Ticket("T", "2026-01-03", Pay("ACC", 60)) with { PartyCode = "" } },
        { RefusalReason.CodeMissing, Ticket("T", "2026-01-03", Pay("CARD", 60)) with { PartyCode = "" } },
        { RefusalReason.StoredValueShort, Ticket("T", "2026-01-03", Pay("CARD", 60)) },
        { RefusalReason.NoMemberLevel, Ticket("T", "2026-01-03", Pay("PT", 1), Pay("WX", 59)) },
        {
            RefusalReason.TenderInvalid,
            Ticket("T", "2026-01-03", Pay("WX", 60) with { CouponCode = "X" })
        },
        { RefusalReason.PartNotTaken, Ticket("T", "2026-01-03") with { RestAccount = Account.AdvanceReceived } },
        { RefusalReason.PartNotTaken, Receipt("T", "2026-01-03", Line(1, 1)) with { Tenders = [Pay("WX", 1)] } },
        { RefusalReason.PartNotTaken, Ticket("T", "2026-01-03") with { Bonus = Money.Round(1) } },
        { RefusalReason.TextInvalid, Ticket("T", "2026-01-03", Pay("WX", 60) with { Reference = "a\u0001" }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_does_not_settle_a_ticket_is_refused(RefusalReason reason, Document ticket)
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(new TenderMaster("OLD", "支票", TenderKind.Other) { IsActive = false });
        var seq = book.Number("select seq from head");

        (await book.RefusedAsync(ticket)).Reason.Should().Be(reason);

        book.Number("select seq from head").Should().Be(seq);
    }

    public static TheoryData<RefusalReason, TenderMaster> WrongMasters => new()
    {
        { RefusalReason.CodeMissing, new TenderMaster("X", "x", TenderKind.InsurancePool) },
        { RefusalReason.TenderInvalid, new TenderMaster("X", "x", TenderKind.Cash) { IsDiscount = true } },
        { RefusalReason.TenderInvalid, new TenderMaster("X", "x", TenderKind.Cash) { PartyCode = Customer } },
        { RefusalReason.UnknownAccount, new TenderMaster("X", "x", TenderKind.Cash) { AccountCode = "9999" } },
        { RefusalReason.UnknownAccount, new TenderMaster("X", "x", TenderKind.StoredValue) { AccountCode = "1001" } },
        { RefusalReason.UnknownAccount, new TenderMaster("X", "x", TenderKind.Wechat) { AccountCode = "2204" } },
        { RefusalReason.AmountTooLarge, new TenderMaster("X", "x", TenderKind.Wechat) { FeeRate = 0.6m } },
    };

    [Theory]
    [MemberData(nameof(WrongMasters))]
    public async Task A_means_of_payment_that_cannot_be_is_refused(RefusalReason reason, TenderMaster master)
    {
        await using var book = await TestBook.CreateAsync();

        (await book.RefusedAsync(master)).Reason.Should().Be(reason);
    }
}
