using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Receivables.Owing;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Receivables;

public sealed class AllocationRefusalTests
{
    private static readonly AllocationPair Good = Pair(TheSale("D1"), TheReceipt("M1"), 10);

    private static readonly WriteOff Advances =
        Off(WriteOffKind.AdvanceToReceivable, "X", "2026-01-10", Customer, Part(TheSale("D1"), 30)) with
        {
            Against = [Part(TheReceipt("M2"), 30)],
        };

    private static readonly WriteOff Moved =
        Off(WriteOffKind.ReceivableTransfer, "X", "2026-01-10", Customer, Part(TheSale("D1"), 30)) with
        {
            ToPartyCode = OtherCustomer,
        };

    public static TheoryData<RefusalReason, Submission> Allocations => new()
    {
        {
            RefusalReason.AllocationExceedsItem,
            Settle("X", "2026-01-10", Good with { Amount = Money.Round(100.0001m) })
        },
        {
            RefusalReason.AllocationExceedsItem,
            Settle("X", "2026-01-10", Good with { Amount = Money.Round(60) }, Good)
        },
        { RefusalReason.AmountNotPositive, Settle("X", "2026-01-10", Good with { Amount = Money.Zero }) },
        { RefusalReason.AmountNotPositive, Settle("X", "2026-01-10", Good with { Amount = Money.Round(-1) }) },
        { RefusalReason.AmountNotPositive, Settle("X", "2026-01-10", Good with { Amount = new Money(long.MinValue) }) },
        {
            RefusalReason.AllocationExceedsItem,
            Settle("X", "2026-01-10", Good with { Amount = new Money(long.MaxValue) })
        },
        { RefusalReason.AllocationOneSided, Settle("X", "2026-01-10", Pair(TheSale("D1"), TheSale("D1"), 10)) },
        { RefusalReason.AllocationOneSided, Settle("X", "2026-01-10", Pair(TheReceipt("M1"), TheSale("D1"), 10)) },
        { RefusalReason.AllocationAcross, Settle("X", "2026-01-10", Pair(TheSale("D2"), TheReceipt("M1"), 10)) },
        { RefusalReason.AllocationAcross, Settle("X", "2026-01-10", Pair(TheSale("D1"), ThePurchase("R1"), 10)) },
        { RefusalReason.AllocationTooEarly, Settle("X", "2026-01-06", Good) },
        { RefusalReason.ClosedPeriod, Settle("X", "2025-12-31", Good) },
        { RefusalReason.DateOutOfRange, Settle("X", "2026-01-10", Good) with { BusinessDate = DateOnly.MaxValue } },
        { RefusalReason.DateOutOfRange, Settle("X", "2026-01-10", Good) with { BusinessDate = default } },
        { RefusalReason.NoLines, Settle("X", "2026-01-10") },
        { RefusalReason.TooManyLines, Settle("X", "2026-01-10", [.. Enumerable.Repeat(Good, 10_001)]) },
        { RefusalReason.UnknownOpenItem, Settle("X", "2026-01-10", Good with { Debit = TheSale("none") }) },
        { RefusalReason.UnknownOpenItem, Settle("X", "2026-01-10", Good with { Debit = OpenItemRef.At(-5, 1) }) },
        { RefusalReason.UnknownOpenItem, Settle("X", "2026-01-10", Good with { Debit = OpenItemRef.At(3, 1) }) },
        { RefusalReason.AmbiguousOpenItem, Settle("X", "2026-01-10", Good with { Credit = TheReceipt("M3") }) },
        { RefusalReason.TextInvalid, Settle("X", "2026-01-10", Good with { Debit = TheSale("D\0") }) },
        { RefusalReason.TextInvalid, Settle("X", "2026-01-10", Good with { Debit = TheSale("\ud800") }) },
        { RefusalReason.TextInvalid, Settle("X", "2026-01-10", Good) with { Note = "\n" } },
        { RefusalReason.CodeMissing, Settle("", "2026-01-10", Good) },
        { RefusalReason.UnknownStore, Settle("X", "2026-01-10", Good) with { StoreCode = "nowhere" } },
        { RefusalReason.DuplicateDocumentNo, Settle("A1", "2026-01-10", Good) with { Key = "other" } },
        { RefusalReason.DuplicateKey, Settle("A1", "2026-01-11", Good) },
        { RefusalReason.DuplicateKey, Auto("A1", "2026-01-10", Customer) },
        { RefusalReason.ValueMissing, Settle("X", "2026-01-10", null!, Good) },
        { RefusalReason.ValueMissing, Settle("X", "2026-01-10", Good with { Debit = null! }) },
        { RefusalReason.ValueMissing, Settle("X", "2026-01-10", Good with { Debit = new OpenItemRef(null!, "D1") }) },
        { RefusalReason.ValueMissing, Settle("X", "2026-01-10") with { Pairs = null! } },
        { RefusalReason.NothingToAllocate, Auto("X", "2026-01-10", OtherCustomer) },
        { RefusalReason.NothingToAllocate, Auto("X", "2026-01-10", "") },
        { RefusalReason.UnknownAccount, Auto("X", "2026-01-10", Customer, "6001") },
        { RefusalReason.UnknownParty, Auto("X", "2026-01-10", "nobody") },
        { RefusalReason.UnknownAllocation, TakeBack("X", "2026-01-10", "allocation", "none") },
        { RefusalReason.UnknownAllocation, TakeBack("X", "2026-01-10", "sale", "D1") },
        { RefusalReason.UnknownAllocation, TakeBack("X", "2026-01-10", "money_receipt", "M1") },
        { RefusalReason.AllocationTooEarly, TakeBack("X", "2026-01-08", "allocation", "A1") },
    };

    public static TheoryData<RefusalReason, Submission> WriteOffs => new()
    {
        { RefusalReason.Unbalanced, Advances with { Against = [Part(TheReceipt("M2"), 29.9999m)] } },
        { RefusalReason.NoLines, Advances with { Against = [] } },
        { RefusalReason.NoLines, Moved with { Items = [] } },
        {
            RefusalReason.AllocationAcross,
            Advances with { Against = [Part(TheReceipt("M2") with { Account = "1122" }, 30)],
                Items = [Part(TheSale("D2"), 30)] }
        },
        { RefusalReason.UnknownOpenItem, Advances with { Against = [Part(TheReceipt("M1"), 30)] } },
        { RefusalReason.AllocationExceedsItem, Moved with { Items = [Part(TheSale("D1"), 101)] } },
        {
            RefusalReason.AllocationExceedsItem,
            Moved with { Items = [Part(TheSale("D1"), 60), Part(TheSale("D1"), 60)] }
        },
        { RefusalReason.AmountNotPositive, Moved with { Items = [Part(TheSale("D1"), 60), Part(TheSale("D1"), -60)] } },
        { RefusalReason.AllocationOneSided, Moved with { Items = [Part(TheReceipt("M1"), 10)] } },
        { RefusalReason.AllocationAcross, Moved with { PartyCode = Both } },
        { RefusalReason.AllocationTooEarly, Moved with { BusinessDate = new DateOnly(2026, 1, 4) } },
        { RefusalReason.ClosedPeriod, Moved with { BusinessDate = new DateOnly(2025, 12, 31) } },
        { RefusalReason.SameParty, Moved with { ToPartyCode = Customer } },
        { RefusalReason.WrongPartyRole, Moved with { ToPartyCode = Supplier } },
        { RefusalReason.UnknownParty, Moved with { ToPartyCode = "" } },
        { RefusalReason.UnknownParty, Moved with { PartyCode = "nobody" } },
        { RefusalReason.CodeMissing, Moved with { StoreCode = "" } },
        { RefusalReason.LinesNotTaken, Moved with { Against = [Part(TheReceipt("M1"), 10)] } },
        { RefusalReason.LinesNotTaken, Advances with { ToPartyCode = OtherCustomer } },
        { RefusalReason.UnknownAccount, Moved with { ContraAccount = Account.Bank } },
        {
            RefusalReason.UnknownAccount,
            Moved with { Kind = WriteOffKind.BadDebt, ToPartyCode = "", ContraAccount = "1405" }
        },
        { RefusalReason.ValueMissing, Moved with { Kind = (WriteOffKind)99 } },
        { RefusalReason.ValueMissing, Moved with { Items = [null!] } },
        { RefusalReason.ValueMissing, Moved with { Items = [new Settlement(null!)] } },
        { RefusalReason.ValueMissing, Moved with { Against = null! } },
        { RefusalReason.TextInvalid, Moved with { ToPartyCode = "\u0001" } },
        { RefusalReason.Unbalanced, Received("X", "2026-01-10", Customer, 20, Part(TheSale("D1"), 30)) },
        { RefusalReason.AllocationAcross, Received("X", "2026-01-10", OtherCustomer, 20, Part(TheSale("D1"), 10)) },
        { RefusalReason.AllocationOneSided, Received("X", "2026-01-10", Customer, 20, Part(TheReceipt("M1"), 10)) },
        { RefusalReason.AllocationOneSided, Paid("X", "2026-01-10", Customer, 20, Part(TheSale("D1"), 10)) },
        { RefusalReason.AllocationExceedsItem, Received("X", "2026-01-10", Customer, 300, Part(TheSale("D1"), 101)) },
        { RefusalReason.AmountNotPositive, Received("X", "2026-01-10", Customer, 0) },
        { RefusalReason.AmountNotPositive, Received("X", "2026-01-10", Customer, -5) },
        { RefusalReason.AmountTooLarge, Received("X", "2026-01-10", Customer, 90_000_000_000_000) },
        { RefusalReason.UnknownAccount, Received("X", "2026-01-10", Customer, 5) with { RestAccount = "6001" } },
        {
            RefusalReason.UnknownAccount,
            Received("X", "2026-01-10", Customer, 5) with { MoneyLines = [new("2202", Money.Round(5))] }
        },
        { RefusalReason.NoLines, Received("X", "2026-01-10", Customer, 5) with { MoneyLines = [] } },
        { RefusalReason.CodeMissing, Received("X", "2026-01-10", "", 5) },
        { RefusalReason.LinesNotTaken, Received("X", "2026-01-10", Customer, 5) with { Lines = [Line(1, 1)] } },
        { RefusalReason.PartNotTaken, Sold("X", "2026-01-10", 5) with { RestAccount = "1122" } },
        { RefusalReason.ValueMissing, Received("X", "2026-01-10", Customer, 5) with { MoneyLines = [null!] } },
        { RefusalReason.ValueMissing, Received("X", "2026-01-10", Customer, 5) with { Settles = null! } },
        { RefusalReason.DateOutOfRange, Sold("X", "2026-01-10", 5) with { DueDate = DateOnly.MaxValue } },
    };

    [Theory]
    [MemberData(nameof(Allocations))]
    [MemberData(nameof(WriteOffs))]
    public async Task What_cannot_be_settled_is_refused_with_its_reason_and_leaves_nothing(
        RefusalReason reason, Submission submission)
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new PeriodClose(new DateOnly(2025, 12, 31)));
        await book.PostedAsync(Sold("D1", "2026-01-05", 120));
        await book.PostedAsync(Sold("D2", "2026-01-05", 100, Both));
        await book.PostedAsync(Bought("R1", "2026-01-05", 100, Both));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 85));
        await book.PostedAsync(Advance("M2", "2026-01-07", 50));
        await book.PostedAsync(Received("M3", "2026-01-07", Customer, 50, Part(TheSale("D1"), 10)) with
        {
            RestAccount = Account.AdvanceReceived,
        });
        await book.PostedAsync(Settle("A1", "2026-01-10", Pair(TheSale("D1"), TheReceipt("M1"), 20)));
        var before = Everything(book);

        var refusal = await book.RefusedAsync(submission);

        refusal.Reason.Should().Be(reason);
        refusal.Chinese.Should().NotContain("{0}").And.NotBeEmpty();
        refusal.English.Should().NotContain("{0}").And.NotBeEmpty();
        Everything(book).Should().Equal(before);
    }

    private static List<string> Everything(TestBook book) =>
        [.. book.Open(), .. book.Query("select seq || hash from head", row => row.GetString(0))];
}
