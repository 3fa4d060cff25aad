using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Purchasing.Buying;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Purchasing;

public sealed class PaymentRequestTests
{
    private static Document Request => Bought(DocumentKind.PaymentRequest, "Q1", "2026-01-03") with
    {
        Settles = [Of("R1", 60), Of("R2", null)],
    };

    [Fact]
    public async Task What_was_requested_is_paid_in_parts_and_nothing_else()
    {
        await using var book = await WithReceiptsAsync();
        await book.PostedAsync(Request);
        Balances(book).Should().Be("1405 150, 2202 -150", "a request moves nothing");

        await book.PostedAsync(Paid("M1", 70));
        Open(book).Should().Be("2202 R1 -40, 2202 R2 -40");
        await RefusesAsync(book, RefusalReason.OriginalTakenBack, new Reversal("payment_request:Q1", "Q1-R"));
        await RefusesAsync(book, RefusalReason.NotRequested, Paid("M2", 41));
        await RefusesAsync(book, RefusalReason.NotRequested, Paid("M2", 1) with { Settles = [Of("R1", 1)] });
        await book.PostedAsync(Paid("M2", 40) with { Settles = [Of("R2", null)] });

        Balances(book).Should().Be("1002 -110, 1405 150, 2202 -40");
        Open(book).Should().Be("2202 R1 -40");
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_payment_taken_back_can_be_made_again_and_an_ended_request_is_not_paid()
    {
        await using var book = await WithReceiptsAsync();
        await Restores.EverythingAsync(book, Request with { DocumentNo = "Q0" }, Kept);
        await book.PostedAsync(Request);
        await book.PostedAsync(Paid("M1", 110));
        await book.PostedAsync(new AllocationReversal("U1", new DateOnly(2026, 1, 5))
        {
            OfKind = "money_payment", OfNo = "M1",
        });
        await book.PostedAsync(new Reversal("money_payment:M1", "M1-R"));

        await book.PostedAsync(Paid("M2", 10) with { BusinessAt = Day("2026-01-06") });
        await book.PostAsync(new Termination("payment_request:Q1"));
        await RefusesAsync(book, RefusalReason.OriginalEnded, Paid("M3", 10));
        await VerifiesAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.NoLines, Request with { Settles = [] } },
        { RefusalReason.PartNotTaken, Request with { RestAccount = Account.AdvancePaid } },
        { RefusalReason.CodeMissing, Request with { PartyCode = "" } },
        { RefusalReason.AllocationAcross, Request with { PartyCode = OtherSupplier } },
        { RefusalReason.UnknownOpenItem, Request with { Settles = [Of("R9", null)] } },
        { RefusalReason.AllocationExceedsItem, Request with { Settles = [Of("R1", 101)] } },
        { RefusalReason.AllocationExceedsItem, Request with { Settles = [Of("R1", 60), Of("R1", 41)] } },
        { RefusalReason.AmountNotPositive, Request with { Settles = [Of("R1", 0)] } },
        { RefusalReason.LinesNotTaken, Request with { Lines = [Line(1, 1)] } },
        { RefusalReason.UnknownOriginal, Paid("M1", 1) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_owed_is_not_requested(RefusalReason reason, Document document)
    {
        await using var book = await WithReceiptsAsync();

        await RefusesAsync(book, reason, document);
    }

    [Fact]
    public async Task What_a_supplier_owes_is_not_requested()
    {
        await using var book = await WithReceiptsAsync();
        await book.PostedAsync(Bought(DocumentKind.PurchaseReturn, "T1", "2026-01-02", Line(1, 10)));

        await RefusesAsync(book, RefusalReason.AllocationOneSided, Request with
        {
            Settles = [new Settlement(OpenItemRef.Of(DocumentKind.PurchaseReturn, "T1"))],
        });
    }

    private static Settlement Of(string receipt, decimal? amount) => new(
        OpenItemRef.Of(DocumentKind.PurchaseReceipt, receipt), amount is { } some ? Money.Round(some) : null);

    private static Document Paid(string number, decimal amount) =>
        Bought(DocumentKind.MoneyPayment, number, "2026-01-04") with
        {
            OriginalNo = "Q1", MoneyLines = [new MoneyLine(Account.Bank, Money.Round(amount))],
        };

    private static async Task<TestBook> WithReceiptsAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(5, 50)));
        return book;
    }
}
