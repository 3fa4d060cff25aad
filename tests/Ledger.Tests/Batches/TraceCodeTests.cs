using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Batches.BatchBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

public sealed class TraceCodeTests
{
    private const string One = "81000000000000000001";
    private const string Two = "81000000000000000002";
    private const string Gs1 = "(01)06901234567892(21)A-7/x";

    public static TheoryData<RefusalReason, Submission> Refused => new()
    {
        { RefusalReason.TraceCodeInvalid, Receipt("X", "2026-01-05", Coded("a", 9, "8100000000000000000A")) },
        { RefusalReason.TraceCodeInvalid, Receipt("X", "2026-01-05", Coded("a", 9, "")) },
        { RefusalReason.TraceCodeInvalid, Receipt("X", "2026-01-05", Coded("a", 9, "码")) },
        { RefusalReason.TraceCodeInvalid, Receipt("X", "2026-01-05", Coded("a", 9, "a b")) },
        { RefusalReason.TraceCodeInvalid, Receipt("X", "2026-01-05", Coded("a", 9, new string('1', 101))) },
        { RefusalReason.TraceCodeTwice, Receipt("X", "2026-01-05", Coded("a", 9, "7"), Coded("a", 9, "7")) },
        { RefusalReason.TooManyTraceCodes, Receipt("X", "2026-01-05", Coded("a", 1, "7", "8")) },
        { RefusalReason.TooManyTraceCodes, Receipt("X", "2026-01-05", Coded("a", 1, "7", "8") with { Unit = "箱" }) },
        { RefusalReason.TraceCodeOnHand, Receipt("X", "2026-01-05", Coded("a", 9, Two)) },
        { RefusalReason.TraceCodeSold, Sale("X", "2026-01-05", Coded("a", 1, One)) },
        { RefusalReason.TraceCodeElsewhere, Sale("X", "2026-01-05", Coded("b", 1, Two)) },
        {
            RefusalReason.TraceCodeElsewhere,
            Sale("X", "2026-01-05", Coded("a", 1, Two)) with { StoreCode = OtherStore }
        },
        { RefusalReason.TraceCodeElsewhere, Sale("X", "2026-01-05", Line(1, 1) with { TraceCodes = [Two] }) },
        { RefusalReason.TraceCodeNotSold, Return("X", "2026-01-05", "D1", Coded("a", 1, Two)) },
        { RefusalReason.TraceCodeNotSold, Return("X", "2026-01-05", "D1", Coded("a", 1, "never")) },
        { RefusalReason.TraceCodeNotSold, Return("X", "2026-01-05", "D2", Coded("b", 1, One)) },
        { RefusalReason.TraceCodeNotSold, Return("X", "2026-01-05", "", Coded("a", 1, Two)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_is_refused_and_leaves_nothing(RefusalReason reason, Submission submission)
    {
        await using var book = await FilledAsync();
        var before = book.Book.Number("select seq from head");

        (await book.Book.RefusedAsync(submission)).Reason.Should().Be(reason);

        book.Book.Number("select seq from head").Should().Be(before);
    }

    [Fact]
    public async Task A_code_is_in_one_place_and_can_be_followed_there_and_back()
    {
        await using var book = await FilledAsync();
        Where(book, One).Should().Be((long)Location.Customer);

        await book.Book.PostedAsync(Return("T1", "2026-01-05", "D1", Coded("a", 1, One)));
        await book.Book.ReopenAsync();

        Where(book, One).Should().Be(book.Book.Number("select max(store_id) from store where store_code = 'S1'"));
        await book.Book.PostedAsync(Sale("D3", "2026-01-06", Coded("a", 1, One)));
        Where(book, One).Should().Be((long)Location.Customer);
        book.Book.Number($"select count(*) from trace_code where code = '{One}'").Should().Be(4);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_code_sold_back_and_sold_again_in_one_group_is_followed()
    {
        await using var book = await FilledAsync();

        var results = await book.Book.Journal.PostAsync(
            [
                Sale("D3", "2026-01-06", Coded("a", 1, One)),
                Return("T1", "2026-01-05", "D1", Coded("a", 1, One)),
                Sale("D4", "2026-01-06", Coded("a", 1, One)),
                Sale("D5", "2026-01-06", Coded("a", 1, One)),
            ],
            default);

        results.Select(result => result.GetType().Name).Should().Equal("Refused", "Posted", "Posted", "Refused");
    }

    [Fact]
    public async Task A_code_never_received_may_be_sold_and_come_back()
    {
        await using var book = await FilledAsync();

        await book.Book.PostedAsync(Sale("D3", "2026-01-06", Coded("a", 1, Gs1)));
        await book.Book.PostedAsync(Return("T3", "2026-01-07", "D3", Coded("", 1, Gs1)));

        Where(book, Gs1).Should().BePositive();
    }

    [Fact]
    public async Task A_part_of_a_pack_may_be_sold_under_its_code()
    {
        await using var book = await FilledAsync();

        await book.Book.PostedAsync(Sale("D3", "2026-01-06", Coded("a", 0.5m, Two)));
    }

    [Fact]
    public async Task The_codes_of_a_line_that_names_no_batch_say_which_it_is_and_the_override_is_logged()
    {
        await using var book = await FilledAsync();
        await book.Book.PostedAsync(
            Receipt("R2", "2026-01-05", Coded("late", 2, "L1", "L2") with { ExpiresOn = "2029-01" }));

        var seq = await book.Book.PostedAsync(Sale("D3", "2026-01-06", Coded("", 3, "L1")));

        book.Moved(seq).Should().Equal(("late", -2m), ("a", -1m));
        book.Book.Number($"select count(*) from pick_override where seq = {seq}").Should().Be(1);
        var back = await book.Book.PostedAsync(Return("T3", "2026-01-06", "D3", Coded("", 1, "L1")));
        book.Moved(back).Should().Equal(("late", 1m));
    }

    [Fact]
    public async Task A_traced_item_without_codes_is_accepted()
    {
        await using var book = await FilledAsync();

        await book.Book.PostedAsync(Sale("D3", "2026-01-06", Of("a", 1)));
    }

    private static DocumentLine Coded(string batch, decimal qty, params string[] codes) =>
        Of(batch, qty) with { TraceCodes = codes };

    private static long Where(BatchBook book, string code) =>
        book.Book.Number($"select location from state_trace_code where code = '{code}'");

    private static async Task<BatchBook> FilledAsync()
    {
        var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Coded("a", 5, One, Two) with { ExpiresOn = "2027-01" },
            Of("b", 5) with { ExpiresOn = "2027-02" }));
        await book.Book.PostedAsync(Sale("D1", "2026-01-02", Coded("a", 1, One)));
        await book.Book.PostedAsync(Sale("D2", "2026-01-02", Of("b", 1)));
        return book;
    }
}
