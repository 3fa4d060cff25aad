using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Receivables;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.Receivables.Owing;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Life;

public sealed class VoucherLifeTests
{
    private const string Author = "张三";
    private const string Other = "李四";

    public static TheoryData<string, string> Kinds => new()
    {
        { "allocation", "allocation" }, { "auto", "allocation" }, { "reversal", "allocation_reversal" },
        { "contra", "write_off" }, { "other_account", "write_off" }, { "transfer", "write_off" },
        { "same_account", "write_off" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_voucher_that_a_rule_names_waits_for_the_eyes_of_others(string which, string kind)
    {
        await using var book = await OwingAsync();
        var voucher = Voucher(which) with { Actor = Author };
        var key = $"{kind}:{voucher.DocumentNo}";
        await book.PostedAsync(Rule(kind));
        var (open, balance) = (book.Open(), book.Balance(Account.Receivable));

        var held = (await book.PostAsync(voucher)).Should().BeOfType<PostResult.Held>().Subject;

        held.Status.Should().Be(DocumentStatus.Awaiting);
        (await book.PostAsync(voucher)).Should().Be(new PostResult.AlreadyThere(held.Seq));
        (await Reason(book, voucher with { Note = "另一张" })).Should().Be(RefusalReason.DuplicateKey);
        (await Reason(book, voucher with { Key = "other" })).Should().Be(RefusalReason.DuplicateDocumentNo);
        (await Reason(book, new VoucherDraft(voucher))).Should().Be(RefusalReason.WrongStatus);
        (await Reason(book, Approve(key, Author))).Should().Be(RefusalReason.NotFourEyes);
        book.Open().Should().Equal(open);
        book.Balance(Account.Receivable).Should().Be(balance);
        await VerifiedAsync(book);

        var seq = await book.PostedAsync(Approve(key, Other));

        book.Open().Should().NotEqual(open);
        (await book.PostAsync(voucher)).Should().Be(new PostResult.AlreadyThere(seq));
        (await Reason(book, Approve(key, Other))).Should().Be(RefusalReason.WrongStatus);
        await VerifiedAsync(book);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_approved_voucher_leaves_the_book_as_one_that_no_rule_held(string which, string kind)
    {
        await using var held = await OwingAsync();
        await using var free = await OwingAsync();
        var voucher = Voucher(which) with { Actor = Author };
        await held.PostedAsync(Rule(kind));

        await HeldAsync(held, voucher);
        await held.PostedAsync(Approve($"{kind}:{voucher.DocumentNo}", Other));
        await free.PostedAsync(voucher);

        held.Open().Should().Equal(free.Open());
        Settled(held).Should().Equal(Settled(free));
    }

    [Fact]
    public async Task An_amount_is_what_a_voucher_books_or_else_settles()
    {
        foreach (var (which, amount) in ((string, decimal)[])
            [("allocation", 30), ("auto", 80), ("reversal", 20), ("contra", 25), ("other_account", 15),
                ("transfer", 60), ("same_account", 40)])
        {
            await using var book = await OwingAsync();
            await book.PostedAsync(Rule("") with
            {
                Trigger = ApprovalTrigger.AmountAtLeast, Threshold = amount + 0.0001m,
            });
            await book.PostedAsync(Voucher(which));
            await VerifiedAsync(book);

            await using var strict = await OwingAsync();
            await strict.PostedAsync(Rule("") with { Trigger = ApprovalTrigger.AmountAtLeast, Threshold = amount });
            (await strict.PostAsync(Voucher(which))).Should().BeOfType<PostResult.Held>(which);
        }
    }

    [Fact]
    public async Task A_rule_of_another_kind_or_for_what_a_voucher_never_is_holds_none()
    {
        await using var book = await OwingAsync();
        await book.PostedAsync(Rule("sale"));
        await book.PostedAsync(Rule("write_off") with { Code = "核销单" });
        await book.PostedAsync(Rule("") with { Code = "红冲", Trigger = ApprovalTrigger.Reversal });
        await book.PostedAsync(
            Rule("") with { Code = "折扣", Trigger = ApprovalTrigger.DiscountAtLeast, Threshold = 0.01m });

        await book.PostedAsync(Voucher("allocation"));
        await book.PostedAsync(Voucher("reversal"));
        (await Reason(book, Rule("writeoff"))).Should().Be(RefusalReason.UnknownKind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_draft_of_a_voucher_settles_nothing_and_is_posted_under_its_key(string which, string kind)
    {
        await using var book = await OwingAsync();
        var voucher = Voucher(which);
        var open = book.Open();

        await HeldAsync(book, new VoucherDraft(voucher with { DocumentNo = "旧号", Key = "k" }) { Actor = Author });
        await HeldAsync(book, new VoucherDraft(voucher with { Key = "k" }) { Actor = Author });
        (await book.PostAsync(new VoucherDraft(voucher with { Key = "k" }) { Actor = Other }))
            .Should().BeOfType<PostResult.AlreadyThere>();
        book.Open().Should().Equal(open);
        await VerifiedAsync(book);

        // By another, with another note and number: the book says who and what was posted, not who drafted it.
        await book.PostedAsync(voucher with { Key = "k", DocumentNo = "新号", Note = "改过", Actor = Other });

        book.Open().Should().NotEqual(open);
        book.Number($"select count(*) from state_document_no where kind = '{kind}' and document_no <> '新号' "
            + "and document_no <> 'H0'").Should().Be(0);
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task A_document_posted_otherwise_than_it_was_drafted_stands_as_it_was_posted()
    {
        await using var book = await CreateAsync();
        var sale = Sale("D1", "2026-01-03", Line(2, 50)) with { Key = "k" };
        await HeldAsync(book, new DocumentDraft(sale) { Actor = Author });

        await book.PostedAsync(sale with { DocumentNo = "D2", Lines = [Line(3, 60)], Actor = Other });

        book.Query("select document_no from state_document_no", row => row.GetString(0)).Should().Equal("D2");
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task A_rejected_voucher_is_a_draft_again_and_a_terminated_one_frees_its_number()
    {
        await using var book = await OwingAsync();
        await book.PostedAsync(Rule("write_off"));
        var voucher = Voucher("contra") with { Actor = Author };
        const string Key = "write_off:V1";
        await HeldAsync(book, voucher);

        (await book.PostAsync(Approve(Key, Other) with { IsApproved = false, Note = "金额不对" }))
            .Should().BeOfType<PostResult.Held>().Which.Status.Should().Be(DocumentStatus.Draft);
        await HeldAsync(book, voucher with { Note = "已改" });
        (await book.PostAsync(new Termination(Key) { Actor = Author }))
            .Should().BeOfType<PostResult.Held>().Which.Status.Should().Be(DocumentStatus.Terminated);

        (await Reason(book, voucher)).Should().Be(RefusalReason.WrongStatus);
        (await Reason(book, Approve(Key, Other))).Should().Be(RefusalReason.WrongStatus);
        await HeldAsync(book, voucher with { Key = "other" });
        await book.PostedAsync(Approve("other", Other));
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task An_approved_voucher_that_the_book_no_longer_takes_still_awaits()
    {
        await using var book = await OwingAsync();
        await book.PostedAsync(Rule("write_off"));
        await HeldAsync(book, Voucher("contra") with { Actor = Author });
        await book.PostedAsync(Settle("A9", "2026-01-20", Pair(TheSale("D1"), TheReceipt("M1"), 80)));

        (await Reason(book, Approve("write_off:V1", Other))).Should().Be(RefusalReason.AllocationExceedsItem);

        book.Number("select count(*) from state_document where status = 'awaiting'").Should().Be(1);
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task What_cannot_be_posted_is_refused_rather_than_held_and_a_draft_of_nonsense_too()
    {
        await using var book = await OwingAsync();
        await book.PostedAsync(Rule("write_off"));

        (await Reason(book, Off(WriteOffKind.BadDebt, "V1", "2026-01-15", Customer, Part(TheSale("none")))))
            .Should().Be(RefusalReason.UnknownOpenItem);
        (await Reason(book, new VoucherDraft(null!))).Should().Be(RefusalReason.ValueMissing);
        (await Reason(book, new VoucherDraft(Voucher("contra") with { DocumentNo = "" })))
            .Should().Be(RefusalReason.CodeMissing);
        (await Reason(book, new VoucherDraft(Voucher("contra") with { Note = "\u0001" })))
            .Should().Be(RefusalReason.TextInvalid);
        (await Reason(book, new VoucherDraft(Auto("V1", "2026-01-15", "\u0001"))))
            .Should().Be(RefusalReason.TextInvalid);
    }

    [Fact]
    public async Task A_held_voucher_survives_a_restart()
    {
        await using var book = await OwingAsync();
        await book.PostedAsync(Rule("allocation"));
        await HeldAsync(book, Voucher("allocation") with { Actor = Author });
        await book.ReopenAsync();

        await book.PostedAsync(Approve("allocation:V1", Other));

        book.Number("select sum(amount) from allocation where allocation_kind = 'manual'").Should()
            .Be(50 * Money.Scale);
        await VerifiedAsync(book);
    }

    /// <summary>Customer owes 100 less 20 settled with a receipt; has brought back 40 and paid 80 more, 15 in advance.
    /// </summary>
    private static async Task<TestBook> OwingAsync()
    {
        var book = await BookAsync();
        Submission[] documents =
        [
            Sold("D1", "2026-01-02", 100),
            BroughtBack("T1", "2026-01-03", 40),
            Received("M1", "2026-01-04", Customer, 100),
            Advance("M2", "2026-01-05", 15),
            Settle("H0", "2026-01-06", Pair(TheSale("D1"), TheReceipt("M1"), 20)),
        ];
        foreach (var document in documents)
        {
            await book.PostedAsync(document);
        }

        return book;
    }

    private static Voucher Voucher(string which) => which switch
    {
        "allocation" => Settle("V1", "2026-01-15", Pair(TheSale("D1"), TheReceipt("M1"), 30)),
        "auto" => Auto("V1", "2026-01-15", Customer),
        "reversal" => TakeBack("V1", "2026-01-15", "allocation", "H0"),
        "contra" => Off(WriteOffKind.BadDebt, "V1", "2026-01-15", Customer, Part(TheSale("D1"), 25)),
        "other_account" => Off(WriteOffKind.AdvanceToReceivable, "V1", "2026-01-15", Customer, Part(TheSale("D1"), 15))
            with { Against = [Part(TheReceipt("M2"))] },
        "transfer" => Off(WriteOffKind.ReceivableTransfer, "V1", "2026-01-15", Customer, Part(TheSale("D1"), 60))
            with { ToPartyCode = OtherCustomer, KeepsOriginDate = true },
        "same_account" => Off(WriteOffKind.ReturnToSale, "V1", "2026-01-15", Customer, Part(TheSale("D1"), 40))
            with { Against = [Part(TheReturn("T1"))] },
        _ => throw new ArgumentException(which),
    };

    private static List<string> Settled(TestBook book) => book.Query(
        "select allocation_kind || ' ' || account || ' ' || business_date || ' ' || amount from allocation "
        + "order by seq, line_no",
        row => row.GetString(0));

    private static ApprovalRuleMaster Rule(string kind) =>
        new("规则") { DocumentKind = kind, Trigger = ApprovalTrigger.Always };

    private static Approval Approve(string key, string actor) => new(key, true) { Actor = actor };

    private static async Task<RefusalReason> Reason(TestBook book, Submission submission) =>
        (await book.RefusedAsync(submission)).Reason;

    private static async Task HeldAsync(TestBook book, Submission submission) =>
        (await book.PostAsync(submission)).Should().BeOfType<PostResult.Held>();

    private static async Task VerifiedAsync(TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
}
