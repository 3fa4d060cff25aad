using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Posting;

public sealed class RefusalTests
{
    public static TheoryData<RefusalReason, Submission> Refused => new()
    {
        { RefusalReason.UnknownItem, Sale("X", "2026-01-05", Line(1, 1, "nothing")) },
        { RefusalReason.UnknownStore, Sale("X", "2026-01-05", Line(1, 1)) with { StoreCode = "nowhere" } },
        { RefusalReason.UnknownDepot, Sale("X", "2026-01-05", Line(1, 1)) with { DepotCode = "nowhere" } },
        { RefusalReason.UnknownParty, Sale("X", "2026-01-05", Line(1, 1)) with { PartyCode = "nobody" } },
        { RefusalReason.UnknownEmployee, Sale("X", "2026-01-05", Line(1, 1)) with { EmployeeCode = "nobody" } },
        { RefusalReason.WrongPartyRole, Sale("X", "2026-01-05", Line(1, 1)) with { PartyCode = Supplier } },
        { RefusalReason.WrongPartyRole, Receipt("X", "2026-01-05", Line(1, 1)) with { PartyCode = Customer } },
        { RefusalReason.UnknownUnit, Sale("X", "2026-01-05", Line(1, 1) with { Unit = "瓶" }) },
        { RefusalReason.UnknownOriginal, Return("X", "2026-01-05", "nothing", Line(1, 1)) },
        { RefusalReason.UnknownOriginal, Return("X", "2026-01-05", "D1", Line(1, 1, OtherItem)) },
        { RefusalReason.ExceedsOriginal, Return("X", "2026-01-05", "D1", Line(11, 1)) },
        { RefusalReason.InsufficientStock, Sale("X", "2026-01-05", Line(1, 1)) with { StoreCode = StrictStore } },
        { RefusalReason.ClosedPeriod, Sale("X", "2025-12-31", Line(1, 1)) },
        { RefusalReason.Unbalanced, Sale("X", "2026-01-05", Line(1, 1)) with { StatedTotal = Money.Round(2) } },
        { RefusalReason.DuplicateKey, Sale("Y", "2026-01-05", Line(1, 1)) with { Key = "sale:D1" } },
        { RefusalReason.DuplicateDocumentNo, Sale("D1", "2026-01-05", Line(1, 1)) with { Key = "another" } },
        { RefusalReason.NoLines, Sale("X", "2026-01-05") },
        { RefusalReason.QuantityNotPositive, Sale("X", "2026-01-05", Line(-1, 1)) },
        { RefusalReason.QuantityNotPositive, Sale("X", "2026-01-05", Line(0, 1)) },
        { RefusalReason.AmountNegative, Sale("X", "2026-01-05", Line(1, -1)) },
        { RefusalReason.AmountTooLarge, Sale("X", "2026-01-05", Line(1, 90_000_000_000)) },
        { RefusalReason.AmountTooLarge, Receipt("X", "2026-01-05", Line(0.0001m, 9_000_000_000)) },
        { RefusalReason.CodeMissing, Sale("", "2026-01-05", Line(1, 1)) },
        { RefusalReason.CodeMissing, new ItemMaster("", "x", "A") },
        { RefusalReason.TextInvalid, Sale("X\n", "2026-01-05", Line(1, 1)) },
        { RefusalReason.TextInvalid, new StoreMaster("X", new string('长', 201)) },
        { RefusalReason.DateOutOfRange, Sale("X", "1899-01-05", Line(1, 1)) },
        { RefusalReason.UnknownCategory, new ItemMaster("X", "x", "nothing") },
        { RefusalReason.UnknownCategory, new CategoryMaster("X", "x", "nothing") },
        { RefusalReason.CategoryTooDeep, new CategoryMaster("A", "药品", "A1") },
        { RefusalReason.UnknownStore, new EmployeeMaster("X", "x", "nowhere") },
        { RefusalReason.ClosedPeriod, new PeriodClose(new DateOnly(2025, 1, 1)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_posted_is_refused_with_its_reason_and_leaves_nothing(
        RefusalReason reason, Submission submission)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new PeriodClose(new DateOnly(2025, 12, 31)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(10, 100)));
        var before = book.Query("select seq, hash from head", row => (row.GetInt64(0), row.GetString(1)));

        var refusal = await book.RefusedAsync(submission);

        refusal.Reason.Should().Be(reason);
        refusal.Chinese.Should().NotContain("{0}").And.NotBeEmpty();
        refusal.English.Should().NotContain("{0}").And.NotBeEmpty();
        book.Query("select seq, hash from head", row => (row.GetInt64(0), row.GetString(1))).Should().Equal(before);
    }

    [Fact]
    public void Every_reason_has_its_text_in_both_languages()
    {
        foreach (var reason in Enum.GetValues<RefusalReason>())
        {
            var refusal = new Refusal(reason, 3, "what");
            refusal.Chinese.Should().StartWith("第 3 行：");
            refusal.English.Should().StartWith("line 3: ");
        }
    }

    [Fact]
    public async Task Totals_that_would_leave_the_range_of_the_book_are_refused_and_posting_goes_on()
    {
        await using var book = await CreateAsync();
        var huge = Enumerable.Repeat(Line(1, 9_000_000_000), 10_000).ToArray();
        PostResult? last = null;
        for (var n = 0; n < 12 && last is not PostResult.Refused; n++)
        {
            last = await book.PostAsync(Receipt($"R{n}", "2026-01-05", huge));
        }

        last.Should().BeOfType<PostResult.Refused>().Subject.Refusal.Reason.Should().Be(RefusalReason.AmountTooLarge);
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(1, 1)));
    }
}
