using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Retail.RetailBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Retail;

public sealed class CouponTests
{
    private static Document Issue => Of(DocumentKind.CouponIssue, "I1", "2026-01-02") with
    {
        PartyCode = "",
        Coupons =
        [
            new CouponPart("K1", Money.Round(10)) { LeastSpent = Money.Round(50), ValidTo = new DateOnly(2026, 1, 31) },
            new CouponPart("K2", Money.Round(20)) { BearerCode = Supplier },
        ],
    };

    [Fact]
    public async Task A_shops_coupon_lowers_the_sale_and_a_suppliers_is_owed_by_him()
    {
        await using var book = await RetailBook.CreateAsync();
        var before = book.Balance(Account.OtherReceivable);
        await book.PostedAsync(Issue);

        await book.PostedAsync(Ticket(
            "T1", "2026-01-03", Pay("CP", 10) with { CouponCode = "K1" }, Pay("CPS", 20) with { CouponCode = "K2" },
            Pay("CASH", 30)));

        book.Balance(Account.Revenue).Should().Be(-50);
        (book.Balance(Account.OtherReceivable) - before).Should().Be(20);
        book.Balance(Account.Cash).Should().Be(30);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_coupon_is_used_once_and_comes_back_when_its_sale_is_taken_back()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(Issue);
        var ticket = Ticket("T1", "2026-01-03", Pay("CP", 10) with { CouponCode = "K1" }, Pay("CASH", 50));
        await Restores.EverythingAsync(book, ticket);
        await book.PostedAsync(ticket with { DocumentNo = "T2" });

        var again = await book.RefusedAsync(ticket with { DocumentNo = "T3" });
        var issue = await book.RefusedAsync(new Reversal("coupon_issue:I1", "I1-R"));
        // The sale came to 50 after the coupon; given back is the coupon, and the cash.
        var back = Return("B1", "2026-01-04", "T2", Line(2, 60)) with
        {
            Tenders = [Pay("CP", 10) with { CouponCode = "K1" }, Pay("CASH", 50)],
        };
        await Restores.EverythingAsync(book, back);
        await book.PostedAsync(back with { DocumentNo = "B2" });
        await book.PostedAsync(ticket with { DocumentNo = "T4" });

        again.Reason.Should().Be(RefusalReason.CouponUsed);
        issue.Reason.Should().Be(RefusalReason.CouponUsed);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Reversing_an_issue_takes_the_coupons_away_and_frees_their_codes()
    {
        await using var book = await RetailBook.CreateAsync();

        await Restores.EverythingAsync(book, Issue);
        var refusal = await book.RefusedAsync(
            Ticket("T1", "2026-01-03", Pay("CP", 10) with { CouponCode = "K1" }, Pay("CASH", 50)));
        await book.PostedAsync(Issue with { DocumentNo = "I2" });

        refusal.Reason.Should().Be(RefusalReason.UnknownCoupon);
        await book.VerifiesAsync();
    }

    public static TheoryData<RefusalReason, Document> Wrong => new()
    {
        { RefusalReason.UnknownCoupon, Used("T", "CP", "K9", 10) },
        { RefusalReason.CodeMissing, Used("T", "CP", "", 10) },
        { RefusalReason.CouponNotValid, Used("T", "CP", "K1", 11) },
        {
            RefusalReason.CouponUsed,
            Ticket(
                "T", "2026-01-03", Pay("CP", 5) with { CouponCode = "K1" }, Pay("CP", 5) with { CouponCode = "K1" },
                Pay("CASH", 50))
        },
        { RefusalReason.CouponNotValid, Used("T", "CP", "K1", 10) with { BusinessAt = Day("2026-02-01") } },
        {
            RefusalReason.CouponNotValid,
            Sale("T", "2026-01-03", Line(1, 49)) with
            {
                Tenders = [Pay("CP", 10) with { CouponCode = "K1" }, Pay("CASH", 39)],
            }
        },
        { RefusalReason.CouponNotValid, Used("T", "CP", "K3", 10) },
        { RefusalReason.TenderInvalid, Used("T", "CPS", "K1", 10) },
        { RefusalReason.TenderInvalid, Used("T", "CP", "K2", 10) },
        { RefusalReason.GivenTwice, Issue with { DocumentNo = "I9" } },
        { RefusalReason.NoLines, Issue with { DocumentNo = "I9", Coupons = [] } },
        { RefusalReason.AmountNotPositive, Issue with { DocumentNo = "I9", Coupons = [new("Z", Money.Zero)] } },
        { RefusalReason.CodeMissing, Issue with { DocumentNo = "I9", Coupons = [new("", Money.Round(1))] } },
        {
            RefusalReason.UnknownParty,
            Issue with { DocumentNo = "I9", Coupons = [new("Z", Money.Round(1)) { BearerCode = "?" }] }
        },
        {
            RefusalReason.ValidityInverted,
            Issue with
            {
                DocumentNo = "I9",
                Coupons =
                [
                    new("Z", Money.Round(1))
                    {
                        ValidFrom = new DateOnly(2026, 2, 1), ValidTo = new DateOnly(2026, 1, 1),
                    },
                ],
            }
        },
        {
            RefusalReason.AmountNegative,
            Issue with { DocumentNo = "I9", Coupons = [new("Z", Money.Round(1)) { LeastSpent = Money.Round(-1) }] }
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_coupon_that_cannot_be_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(Issue);
        await book.PostedAsync(Issue with
        {
            DocumentNo = "I2", PartyCode = "C2", Coupons = [new CouponPart("K3", Money.Round(10))],
        });

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
    }

    private static Document Used(string number, string tender, string code, decimal amount) => Ticket(
        number, "2026-01-03", Pay(tender, amount) with { CouponCode = code }, Pay("CASH", 60 - amount));
}
