using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Retail.RetailBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>Closing a store's day, handing over a shift, and what platforms pay.</summary>
public sealed class DayCloseTests
{
    private static Document Close(string number, params TillCount[] counts) =>
        Of(DocumentKind.DayClose, number, "2026-01-03") with { PartyCode = "", Counts = counts };

    private static TillCount Counted(string tender, decimal amount) =>
        new(tender, Money.Round(amount)) { TillCode = "P1", ShiftNo = "1" };

    private static Document AtTill(string number, params TenderPart[] tenders) =>
        Ticket(number, "2026-01-03", tenders) with { TillCode = "P1", ShiftNo = "1" };

    [Fact]
    public async Task What_is_short_and_over_is_booked_when_the_day_is_closed()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("CASH", 60)));
        await book.PostedAsync(AtTill("T2", Pay("WX", 60)));

        var seq = await book.PostedAsync(Close("D1", Counted("CASH", 58), Counted("WX", 60.5m)));

        book.Balance(Account.Cash).Should().Be(58);
        book.Balance(Account.OtherExpense).Should().Be(2);
        book.Balance(Account.OtherMoney).Should().Be(60.5m);
        book.Balance(Account.OtherIncome).Should().Be(-0.5m);
        book.Query(
            $"select expected_amount, counted_amount from till_count where seq = {seq} order by line_no",
            row => (row.GetInt64(0), row.GetInt64(1))).Should().Equal((60_0000, 58_0000), (60_0000, 60_5000));
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task What_is_short_is_owed_by_whom_the_closing_names()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("CASH", 60)));

        await book.PostedAsync(
            Close("D1", Counted("CASH", 50)) with { RestAccount = Account.OtherReceivable, PartyCode = "C2" });

        book.Balance(Account.OtherReceivable).Should().Be(10);
        book.Number("select count(*) from open_item where account = '1221' and amount = 100000").Should().Be(1);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_closed_day_takes_no_ticket_until_it_is_opened_again()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("CASH", 60)));
        await book.PostedAsync(Close("D1", Counted("CASH", 60)));

        var ticket = await book.RefusedAsync(AtTill("T2", Pay("CASH", 60)));
        var plain = await book.RefusedAsync(Sale("T3", "2026-01-03", Line(1, 10)));
        var back = await book.RefusedAsync(new Reversal("sale:T1", "T1-R"));
        var again = await book.RefusedAsync(Close("D2", Counted("CASH", 60)));
        await book.PostedAsync(Sale("T4", "2026-01-04", Line(1, 10)));
        await book.PostedAsync(Sale("T5", "2026-01-03", Line(1, 10)) with { StoreCode = OtherStore });
        await book.ReopenAsync();
        (await book.RefusedAsync(AtTill("T2", Pay("CASH", 60)))).Reason.Should().Be(RefusalReason.DayClosed);
        await book.PostedAsync(new Reversal("day_close:D1", "D1-R"));
        await book.PostedAsync(AtTill("T2", Pay("CASH", 60)));

        new[] { ticket, plain, back, again }.Should().OnlyContain(one => one.Reason == RefusalReason.DayClosed);
        await book.PostedAsync(Close("D3", Counted("CASH", 120)));
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_day_is_closed_and_opened_again_where_there_are_no_means_of_payment()
    {
        await using var book = await TestBook.CreateAsync();
        await book.PostedAsync(Close("D1"));
        (await book.RefusedAsync(Sale("T1", "2026-01-03", Line(1, 10)))).Reason.Should().Be(RefusalReason.DayClosed);

        await book.PostedAsync(new Reversal("day_close:D1", "D1-R"));

        await book.PostedAsync(Sale("T1", "2026-01-03", Line(1, 10)));
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_rule_lets_a_late_ticket_in_once_it_is_approved()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(new ApprovalRuleMaster("LATE") { Trigger = ApprovalTrigger.DayClosed });
        await book.PostedAsync(Close("D1"));

        var held = await book.PostAsync(AtTill("T1", Pay("CASH", 60)) with { Actor = "clerk" });
        await book.PostedAsync(new Approval("sale:T1", true) { Actor = "boss" });

        held.Should().BeOfType<PostResult.Held>();
        book.Balance(Account.Cash).Should().Be(60);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_shift_is_handed_over_with_what_was_counted_beside_what_was_expected()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("CASH", 60)));

        var seq = await book.PostedAsync(Of(DocumentKind.ShiftHandover, "S1", "2026-01-03") with
        {
            PartyCode = "", TillCode = "P1", ShiftNo = "1", Counts = [new TillCount("CASH", Money.Round(59))],
        });

        book.Query(
            $"select expected_amount, counted_amount from till_count where seq = {seq}",
            row => (row.GetInt64(0), row.GetInt64(1))).Should().Equal((60_0000, 59_0000));
        book.Number($"select count(*) from money_movement where seq = {seq}").Should().Be(0);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_platform_pays_net_of_its_fee()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("O2O", 60)));
        await book.PostedAsync(AtTill("T2", Pay("O2O", 60)));

        // 5 % of 120 is 6.
        await book.PostedAsync(Paid("H1", 114, "T1", "T2"));

        book.Balance(Account.Bank).Should().Be(114);
        book.Balance(Account.FinanceExpense).Should().Be(6);
        book.Balance(Account.Receivable).Should().Be(0);
        book.Number("select count(*) from state_open_item where account = '1122'").Should().Be(0);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_platforms_money_without_items_needs_its_fee_stated()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("WX", 60)));
        var paid = Paid("H1", 59.64m) with { ChannelTenderCode = "WX", PartyCode = "" };
        var refusal = await book.RefusedAsync(paid);

        await book.PostedAsync(paid with { Fee = Money.Round(0.36m) });

        refusal.Reason.Should().Be(RefusalReason.CodeMissing);
        book.Balance(Account.OtherMoney).Should().Be(0);
        book.Balance(Account.Bank).Should().Be(59.64m);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Reversing_closings_and_settlements_restores_all_that_they_moved()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("CASH", 60)));
        await book.PostedAsync(AtTill("T2", Pay("O2O", 60)));

        await Restores.EverythingAsync(book, Close("D1", Counted("CASH", 58)));
        await Restores.EverythingAsync(book, Of(DocumentKind.ShiftHandover, "S1", "2026-01-03") with
        {
            Counts = [Counted("CASH", 58)],
        });
        await Restores.EverythingAsync(book, Paid("H1", 57) with { Fee = Money.Round(3) });
    }

    public static TheoryData<RefusalReason, Document> Wrong => new()
    {
        { RefusalReason.CountMissing, Close("X") },
        { RefusalReason.UnknownMaster, Close("X", Counted("NONE", 60)) },
        { RefusalReason.GivenTwice, Close("X", Counted("CASH", 60), Counted("CASH", 60)) },
        { RefusalReason.TenderInvalid, Close("X", Counted("CASH", 60), Counted("RND", 1)) },
        { RefusalReason.UnknownAccount, Close("X", Counted("CASH", 60)) with { RestAccount = "9999" } },
        { RefusalReason.AmountTooLarge, Close("X", Counted("CASH", 99_000_000_000)) },
        { RefusalReason.NoLines, Of(DocumentKind.ShiftHandover, "X", "2026-01-03") },
        { RefusalReason.UnknownMaster, Paid("X", 57, "T2") with { ChannelTenderCode = "NONE" } },
        { RefusalReason.TenderInvalid, Paid("X", 57, "T2") with { PartyCode = "C2" } },
        { RefusalReason.TenderInvalid, Paid("X", 57, "T2") with { ChannelTenderCode = "RND" } },
        { RefusalReason.Unbalanced, Paid("X", 56.99m, "T2") },
        { RefusalReason.Unbalanced, Paid("X", 57.01m, "T2") },
        { RefusalReason.AmountNegative, Paid("X", 57, "T2") with { Fee = Money.Round(-1) } },
        { RefusalReason.UnknownOpenItem, Paid("X", 57, "T9") },
        {
            RefusalReason.UnknownAccount,
            Paid("X", 57, "T2") with { MoneyLines = [new MoneyLine("6601", Money.Round(57))] }
        },
        {
            RefusalReason.AmountNotPositive,
            Paid("X", 57, "T2") with { MoneyLines = [new MoneyLine(Account.Bank, Money.Zero)] }
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_closed_or_settled_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(AtTill("T1", Pay("CASH", 60)));
        await book.PostedAsync(AtTill("T2", Pay("O2O", 60)));

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
    }

    private static Document Paid(string number, decimal net, params string[] tickets) =>
        Of(DocumentKind.ChannelSettlement, number, "2026-01-10") with
        {
            PartyCode = Platform,
            ChannelTenderCode = "O2O",
            MoneyLines = [new MoneyLine(Account.Bank, Money.Round(net))],
            Settles = [.. tickets.Select(no => new Settlement(new OpenItemRef("sale", no)))],
        };
}
