using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Retail.RetailBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>Stored value, points, levels and the first clerk.</summary>
public sealed class MemberTests
{
    [Fact]
    public async Task What_is_paid_in_is_owed_and_what_is_given_on_top_is_an_expense_spent_last()
    {
        await using var book = await RetailBook.CreateAsync();

        await book.PostedAsync(TopUp("U1", 100, 20));
        await book.PostedAsync(Ticket("T1", "2026-01-03", Pay("CARD", 60)));
        await book.PostedAsync(Ticket("T2", "2026-01-03", Pay("CARD", 50), Pay("CASH", 10)));

        // 120 owed, 110 spent: all 100 paid in and 10 of the 20 given.
        book.Held("stored_paid").Should().Be(0);
        book.Held("stored_bonus").Should().Be(10);
        book.Balance(Account.StoredValue).Should().Be(-10);
        book.Balance(Account.SalesExpense).Should().Be(20);
        book.Balance(Account.Cash).Should().Be(110);
        book.Balance(Account.Revenue).Should().Be(-120);
        var refusal = await book.RefusedAsync(Ticket("T3", "2026-01-03", Pay("CARD", 10.01m), Pay("CASH", 49.99m)));
        refusal.Reason.Should().Be(RefusalReason.StoredValueShort);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_return_gives_stored_value_back_as_the_sale_took_it()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(TopUp("U1", 40, 20));
        await book.PostedAsync(Ticket("T1", "2026-01-03", Pay("CARD", 60)));

        await book.PostedAsync(
            Return("B1", "2026-01-04", "T1", Line(1, 30)) with { Tenders = [Pay("CARD", 30)] });

        // The sale took 40 and 20: two thirds and one third.
        book.Held("stored_paid").Should().Be(20);
        book.Held("stored_bonus").Should().Be(10);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_refund_gives_back_what_was_paid_in_and_forfeits_what_was_given()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(TopUp("U1", 100, 20));
        var refund = Of(DocumentKind.StoredValueRefund, "F1", "2026-01-05") with
        {
            Tenders = [Pay("CASH", 100)], Bonus = Money.Round(20),
        };
        var tooMuch = await book.RefusedAsync(refund with { Tenders = [Pay("CASH", 100.01m)] });

        await book.PostedAsync(refund);

        tooMuch.Reason.Should().Be(RefusalReason.StoredValueShort);
        book.Balance(Account.StoredValue).Should().Be(0);
        book.Balance(Account.SalesExpense).Should().Be(0);
        book.Balance(Account.Cash).Should().Be(0);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task What_was_spent_keeps_a_top_up_from_being_reversed()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(TopUp("U1", 100));
        await book.PostedAsync(Ticket("T1", "2026-01-03", Pay("CARD", 60)));

        (await book.RefusedAsync(new Reversal("top_up:U1", "U1-R"))).Reason.Should().Be(RefusalReason.StoredValueShort);
        await book.PostedAsync(new Reversal("sale:T1", "T1-R"));
        await book.PostedAsync(new Reversal("top_up:U1", "U1-R"));

        book.Held("stored_paid").Should().Be(0);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Points_are_earned_pay_and_are_taken_back_with_the_goods()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(LevelChange("L1", "SILVER"));
        await book.PostedAsync(Sale("T1", "2026-01-03", Line(3, 100)) with { Tenders = [Pay("WX", 100)] });
        book.Held("points").Should().Be(100);

        // 0.50 paid by 50 points lowers the sale to 59.50, which earns 59.
        await book.PostedAsync(Ticket("T2", "2026-01-03", Pay("PT", 0.5m), Pay("WX", 59.5m)));
        book.Held("points").Should().Be(109);
        book.Held("points_earned").Should().Be(159);
        book.Held("spent").Should().Be(159.5m);
        var back = Return("B1", "2026-01-04", "T1", Line(1, 33.33m)) with { Tenders = [Pay("WX", 33.33m)] };
        await book.PostedAsync(back);
        await book.PostedAsync(back with
        {
            DocumentNo = "B2", Lines = [Line(2, 66.67m)], Tenders = [Pay("WX", 66.67m)],
        });

        book.Held("points").Should().Be(9);
        book.Held("points_earned").Should().Be(59);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Points_buy_gifts_whose_cost_is_cost_of_sales()
    {
        await using var book = await RetailBook.CreateAsync();
        var gift = Of(DocumentKind.PointsRedeem, "G1", "2026-01-05") with
        {
            Points = Qty.Round(80), Lines = [Line(2, 0) with { Purpose = LinePurpose.Gift }],
        };
        await book.PostedAsync(Adjust("A1", 100));

        await book.PostedAsync(gift);

        book.Held("points").Should().Be(20);
        book.Balance(Account.CostOfSales).Should().Be(10);
        book.Balance(Account.Revenue).Should().Be(0);
        (await book.RefusedAsync(gift with { DocumentNo = "G2" })).Reason.Should().Be(RefusalReason.PointsShort);
        (await book.RefusedAsync(gift with { DocumentNo = "G2", Points = Qty.Zero }))
            .Reason.Should().Be(RefusalReason.QuantityNotPositive);
        (await book.RefusedAsync(gift with { DocumentNo = "G2", Lines = [Line(1, 1)] }))
            .Reason.Should().Be(RefusalReason.PartNotTaken);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Points_earned_up_to_a_day_expire_the_oldest_being_used_first()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(LevelChange("L1", "SILVER"));
        await book.PostedAsync(Sale("T1", "2026-01-03", Line(1, 100)));
        await book.PostedAsync(Sale("T2", "2026-02-03", Line(1, 50)));
        await book.PostedAsync(Adjust("A1", -30, "2026-02-04"));
        var expiry = Of(DocumentKind.PointsExpiry, "E1", "2026-03-01") with { EarnedUpTo = new DateOnly(2026, 1, 31) };

        await book.PostedAsync(expiry);

        // Of 120 the 50 of February stay: 70 of January's 100 were not used.
        book.Held("points").Should().Be(50);
        (await book.RefusedAsync(expiry with { DocumentNo = "E2", EarnedUpTo = null }))
            .Reason.Should().Be(RefusalReason.CodeMissing);
        (await book.RefusedAsync(expiry with { DocumentNo = "E2", EarnedUpTo = new DateOnly(2026, 3, 2) }))
            .Reason.Should().Be(RefusalReason.DateOutOfRange);
        (await book.RefusedAsync(expiry with
        {
            DocumentNo = "E2", PointsParts = [new PointsPart(Customer, Qty.Round(1))],
        })).Reason.Should().Be(RefusalReason.PointsShort);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_member_comes_to_the_highest_level_whose_conditions_he_meets()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(LevelChange("L1", ""));
        var level = "select level_id from state_member_level";
        book.Number(level).Should().Be(book.Number("select member_level_id from member_level where rank = 1"));
        (await book.RefusedAsync(LevelChange("L2", ""))).Reason.Should().Be(RefusalReason.LevelUnchanged);
        await book.PostedAsync(Sale("T1", "2026-01-03", Line(1, 500)));

        await Restores.EverythingAsync(book, LevelChange("L2", "", "2026-01-04"));
        await book.PostedAsync(LevelChange("L3", "", "2026-01-04"));

        book.Number(level).Should().Be(book.Number("select member_level_id from member_level where rank = 2"));
        (await book.RefusedAsync(LevelChange("L4", "NONE"))).Reason.Should().Be(RefusalReason.UnknownMaster);
        (await book.RefusedAsync(new Reversal("member_level_change:L1", "L1-R")))
            .Reason.Should().Be(RefusalReason.LevelUnchanged);
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Who_first_served_a_customer_keeps_his_share()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(new ShareRuleMaster("FIRST", 0.3m) { Days = 30 });
        await book.PostedAsync(Sale("T1", "2026-01-03", Line(1, 10)) with { EmployeeCode = "E1" });
        var second = await book.PostedAsync(Sale("T2", "2026-01-20", Line(1, 10)) with
        {
            EmployeeCode = "E2", Employees = [new DocumentEmployee("sales", "E2")],
        });
        var late = await book.PostedAsync(Sale("T3", "2026-02-03", Line(1, 10)) with { EmployeeCode = "E2" });

        book.Query(
            "select role, share, employee.employee_code from document_employee as part inner join employee "
            + $"on employee.employee_id = part.employee_id where part.seq = {second} order by line_no",
            row => (row.GetString(0), row.GetInt64(1), row.GetString(2)))
            .Should().Equal(("sales", 1_000_000, "E2"), ("first_clerk", 300_000, "E1"));
        book.Number($"select count(*) from document_employee where seq = {late}").Should().Be(0);
        await book.PostedAsync(new Reversal("sale:T1", "T1-R"));
        await book.PostedAsync(Sale("T4", "2026-01-04", Line(1, 10)) with { EmployeeCode = "E2" });
        book.Number("select employee_id from state_first_clerk")
            .Should().Be(book.Number("select employee_id from employee where employee_code = 'E2'"));
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task Reversing_a_members_documents_restores_all_that_they_moved()
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(LevelChange("L1", "SILVER"));
        await book.PostedAsync(new ShareRuleMaster("FIRST", 0.3m));
        await book.PostedAsync(TopUp("U0", 100, 10));
        await book.PostedAsync(Sale("T0", "2026-01-03", Line(2, 60)));

        await Restores.EverythingAsync(book, TopUp("U1", 50, 5));
        await Restores.EverythingAsync(book, Ticket("T1", "2026-01-03", Pay("CARD", 60)) with { EmployeeCode = "E1" });
        await Restores.EverythingAsync(book, Of(DocumentKind.StoredValueRefund, "F1", "2026-01-05") with
        {
            Tenders = [Pay("CASH", 50)], Bonus = Money.Round(10),
        });
        await Restores.EverythingAsync(book, Of(DocumentKind.PointsRedeem, "G1", "2026-01-05") with
        {
            Points = Qty.Round(10), Lines = [Line(2, 0)],
        });
        await Restores.EverythingAsync(book, Return("B1", "2026-01-04", "T0", Line(1, 30)));
        await Restores.EverythingAsync(book, Adjust("A1", -10));
        await Restores.EverythingAsync(book, Of(DocumentKind.PointsExpiry, "E1", "2026-03-01") with
        {
            EarnedUpTo = new DateOnly(2026, 1, 31),
        });
    }

    public static TheoryData<RefusalReason, Document> Wrong => new()
    {
        { RefusalReason.NoLines, Of(DocumentKind.TopUp, "X", "2026-01-02") },
        { RefusalReason.CodeMissing, TopUp("X", 1) with { PartyCode = "" } },
        { RefusalReason.WrongPartyRole, TopUp("X", 1) with { PartyCode = Supplier } },
        { RefusalReason.TenderInvalid, TopUp("X", 1) with { Tenders = [Pay("CARD", 1)] } },
        { RefusalReason.TenderInvalid, TopUp("X", 1) with { Tenders = [Pay("RND", 1)] } },
        { RefusalReason.AmountNegative, TopUp("X", 1, -1) },
        { RefusalReason.NoLines, Of(DocumentKind.PointsAdjust, "X", "2026-01-02") },
        { RefusalReason.UnknownParty, Adjust("X", 1) with { PointsParts = [new PointsPart("?", Qty.Round(1))] } },
        {
            RefusalReason.WrongPartyRole,
            Adjust("X", 1) with { PointsParts = [new PointsPart(Supplier, Qty.Round(1))] }
        },
        { RefusalReason.PointsShort, Adjust("X", -1) },
        { RefusalReason.PartNotTaken, Adjust("X", 1) with { EarnedUpTo = new DateOnly(2026, 1, 1) } },
        { RefusalReason.QuantityNotPositive, Adjust("X", 0) },
        { RefusalReason.CodeMissing, LevelChange("X", "GOLD") with { PartyCode = "" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_members_cannot_have_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await RetailBook.CreateAsync();

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
    }

    private static Document Adjust(string number, decimal points, string date = "2026-01-02") =>
        Of(DocumentKind.PointsAdjust, number, date) with
        {
            PartyCode = "", PointsParts = [new PointsPart(Customer, Qty.Round(points))],
        };
}
