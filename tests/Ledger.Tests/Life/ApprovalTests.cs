using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Life;

public sealed class ApprovalTests
{
    private const string Key = "sale:D1";

    [Fact]
    public async Task A_draft_moves_nothing_and_is_posted_under_its_key()
    {
        await using var book = await CreateAsync();
        var sale = Sale("D1", "2026-01-03", Line(2, 50));

        (await book.PostAsync(new DocumentDraft(sale))).Should().BeOfType<PostResult.Held>()
            .Which.Status.Should().Be(DocumentStatus.Draft);
        (await book.PostAsync(new DocumentDraft(sale))).Should().BeOfType<PostResult.AlreadyThere>();
        await HeldAsync(book, new DocumentDraft(sale with { Lines = [Line(3, 70)] }), DocumentStatus.Draft);
        book.Number("select count(*) from stock_movement").Should().Be(0);

        await book.PostedAsync(sale with { Lines = [Line(3, 70)] });

        book.Number("select sum(qty) from stock_movement").Should().Be(-3 * Qty.Scale);
        (await book.RefusedAsync(new DocumentDraft(sale))).Reason.Should().Be(RefusalReason.WrongStatus);
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task What_a_rule_names_waits_for_the_eyes_of_others()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Rule(ApprovalTrigger.AmountAtLeast, 100, 2));
        var sale = Sale("D1", "2026-01-03", Line(2, 150)) with { Actor = "张三" };

        await HeldAsync(book, sale, DocumentStatus.Awaiting);
        (await book.PostAsync(sale)).Should().BeOfType<PostResult.AlreadyThere>();
        (await book.RefusedAsync(sale with { Lines = [Line(1, 1)] })).Reason.Should().Be(RefusalReason.DuplicateKey);
        (await book.RefusedAsync(new Approval(Key, true))).Reason.Should().Be(RefusalReason.NotFourEyes);
        (await book.RefusedAsync(new Approval(Key, true) { Actor = "张三" })).Reason
            .Should().Be(RefusalReason.NotFourEyes);
        await HeldAsync(book, new Approval(Key, true) { Actor = "李四" }, DocumentStatus.Awaiting);
        (await book.RefusedAsync(new Approval(Key, true) { Actor = "李四" })).Reason
            .Should().Be(RefusalReason.NotFourEyes);
        book.Number("select count(*) from document").Should().Be(0);
        await VerifiedAsync(book);

        await book.PostedAsync(new Approval(Key, true) { Actor = "王五" });

        book.Number("select sum(net_amount) from document_line").Should().Be(150 * Money.Scale);
        (await book.RefusedAsync(new Approval(Key, true) { Actor = "王五" })).Reason
            .Should().Be(RefusalReason.WrongStatus);
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task What_was_rejected_is_a_draft_again_and_what_was_given_up_frees_its_number()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Rule(ApprovalTrigger.Always, 0, 1));
        var sale = Sale("D1", "2026-01-03", Line(2, 150)) with { Actor = "张三" };
        await HeldAsync(book, sale, DocumentStatus.Awaiting);

        await HeldAsync(book, new Approval(Key, false) { Actor = "李四", Note = "单价不对" }, DocumentStatus.Draft);
        await HeldAsync(book, sale with { Lines = [Line(2, 140)] }, DocumentStatus.Awaiting);
        (await book.RefusedAsync(sale with { Key = "other" })).Reason.Should().Be(RefusalReason.DuplicateDocumentNo);
        await HeldAsync(book, new Termination(Key) { Actor = "张三" }, DocumentStatus.Terminated);

        (await book.RefusedAsync(new Termination(Key))).Reason.Should().Be(RefusalReason.WrongStatus);
        (await book.RefusedAsync(sale)).Reason.Should().Be(RefusalReason.WrongStatus);
        await HeldAsync(book, sale with { Key = "other" }, DocumentStatus.Awaiting);
        book.Query("select status_before, status_after, note from status_change order by seq",
                row => $"{row.GetString(0)}>{row.GetString(1)} {row.GetString(2)}")
            .Should().Equal(
                ">awaiting ", "awaiting>draft 单价不对", "draft>awaiting ", "awaiting>terminated ", ">awaiting ");
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task An_approved_document_that_the_book_no_longer_takes_still_awaits()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Rule(ApprovalTrigger.Always, 0, 1));
        await HeldAsync(book, Sale("D1", "2026-01-03", Line(2, 150)) with { Actor = "张三" }, DocumentStatus.Awaiting);
        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        (await book.RefusedAsync(new Approval(Key, true) { Actor = "李四" })).Reason
            .Should().Be(RefusalReason.ClosedPeriod);

        book.Number("select count(*) from state_document where status = 'awaiting'").Should().Be(1);
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task A_reversal_may_need_approval_too()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Rule(ApprovalTrigger.Reversal, 0, 1));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 150)));
        var reversal = new Reversal(Key, "D1-R") { Actor = "张三" };

        await HeldAsync(book, reversal, DocumentStatus.Awaiting);
        book.Number("select sum(qty) from stock_movement").Should().Be(-2 * Qty.Scale);
        await book.PostedAsync(new Approval("reversal:" + Key, true) { Actor = "李四" });

        book.Number("select sum(qty) from stock_movement").Should().Be(0);
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task Discounts_and_backdating_are_held_by_their_rules()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Rule(ApprovalTrigger.DiscountAtLeast, 0.3m, 1) with { Code = "折扣" });
        await book.PostedAsync(Rule(ApprovalTrigger.BackdatedDays, 30, 1) with
        {
            Code = "补单", DocumentKind = "sale_return",
        });
        var now = TimeProvider.System.GetUtcNow();
        var cheap = Line(1, 70) with { DiscountAmount = Money.Round(30) };

        await HeldAsync(
            book, Sale("D1", "2026-01-03", cheap) with { BusinessAt = now }, DocumentStatus.Awaiting);
        await book.PostedAsync(
            Sale("D2", "2026-01-03", cheap with { DiscountAmount = Money.Round(29) }) with { BusinessAt = now });
        await book.PostedAsync(Sale("D3", "2026-01-03", Line(1, 1)));
        await HeldAsync(book, Return("T1", "2026-01-03", "", Line(1, 1)), DocumentStatus.Awaiting);
    }

    private static ApprovalRuleMaster Rule(ApprovalTrigger trigger, decimal threshold, int needed) =>
        new("规则") { Trigger = trigger, Threshold = threshold, ApprovalsNeeded = needed };

    private static async Task HeldAsync(TestBook book, Submission submission, string status) =>
        (await book.PostAsync(submission)).Should().BeOfType<PostResult.Held>().Which.Status.Should().Be(status);

    private static async Task VerifiedAsync(TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
}
