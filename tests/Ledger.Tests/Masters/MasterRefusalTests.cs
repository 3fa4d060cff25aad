using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Masters.WideBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Masters;

public sealed class MasterRefusalTests
{
    private static readonly Money One = Money.Round(1);

    public static TheoryData<RefusalReason, Submission> Refused => new()
    {
        { RefusalReason.CodeMissing, new LegalEntityMaster("", "x") },
        { RefusalReason.CodeMissing, new CostClassMaster("", "x", CostMethod.Fifo) },
        { RefusalReason.CostClassFixed, new CostClassMaster("K1", "x", CostMethod.MovingAverage) },
        { RefusalReason.CostClassFixed, new CostClassMaster("K1", "x", CostMethod.Fifo) { IsCompanyWide = true } },
        { RefusalReason.PoolNotCompanyWide, new CostClassMaster("X", "x", CostMethod.PeriodAverage) },
        { RefusalReason.UnknownMaster, FullItem with { CostClassCode = "nothing" } },
        { RefusalReason.BatchNotTracked, FullItem with { IsBatchTracked = false } },
        { RefusalReason.AmountTooLarge, FullItem with { DaysPerPack = -1 } },
        { RefusalReason.AmountTooLarge, FullItem with { Weight = -1 } },
        { RefusalReason.NumberNotExact, FullItem with { Weight = 0.00001m } },
        { RefusalReason.AmountTooLarge, FullItem with { PackFactor = decimal.MaxValue } },
        { RefusalReason.AmountTooLarge, FullItem with { TaxRate = decimal.MinValue } },
        { RefusalReason.AmountTooLarge, FullItem with { Units = [new ItemUnit("y", 0)] } },
        { RefusalReason.NumberNotExact, FullItem with { Units = [new ItemUnit("y", 0.0000015m)] } },
        { RefusalReason.CodeMissing, FullItem with { Units = [new ItemUnit("", 1)] } },
        { RefusalReason.GivenTwice, FullItem with { Units = [new ItemUnit("y", 2), new ItemUnit("y", 3)] } },
        { RefusalReason.UnitInvalid, FullItem with { Units = [new ItemUnit("盒", 2)] } },
        { RefusalReason.UnitInvalid, FullItem with { Units = [new ItemUnit("箱", 2)] } },
        { RefusalReason.UnknownField, FullItem with { Fields = [new FieldValue("since", "x")] } },
        { RefusalReason.FieldInvalid, FullItem with { Fields = [new FieldValue("colour", "green")] } },
        { RefusalReason.GivenTwice, FullItem with { Fields = [new("colour", "red"), new("colour", "red")] } },
        { RefusalReason.TextInvalid, FullItem with { Fields = [new FieldValue("colour", "\n")] } },
        { RefusalReason.UnknownParty, FullParty with { SettlementPartyCode = "nobody" } },
        { RefusalReason.UnknownMaster, FullParty with { PriceListCode = "nothing" } },
        { RefusalReason.UnknownEmployee, FullParty with { EmployeeCode = "nobody" } },
        { RefusalReason.AmountTooLarge, FullParty with { Term = new PaymentTerm(TermKind.Days, -1) } },
        { RefusalReason.AmountTooLarge, FullParty with { Term = new PaymentTerm(TermKind.DayOfMonth, 32) } },
        { RefusalReason.DateOutOfRange, FullParty with { LicenceValidTo = DateOnly.MaxValue } },
        { RefusalReason.FieldInvalid, FullParty with { Fields = [new FieldValue("since", "2021-02-29")] } },
        { RefusalReason.UnknownMaster, FullStore with { LegalEntityCode = "nothing" } },
        { RefusalReason.UnknownMaster, FullStore with { DepartmentCode = "nothing" } },
        { RefusalReason.AmountTooLarge, FullStore with { FloorArea = -1 } },
        { RefusalReason.ValidityInverted, FullStore with { ClosedOn = From.AddDays(-1) } },
        { RefusalReason.FieldInvalid, FullStore with { Fields = [new FieldValue("lift", "yes")] } },
        { RefusalReason.UnknownStore, new BinMaster("nowhere", "A", "1") },
        { RefusalReason.CodeMissing, new BinMaster(Store, "", "1") },
        { RefusalReason.TextInvalid, new BinMaster(Store, "A/1", "1") },
        { RefusalReason.UnknownMaster, new EmployeeMaster("X", "x") { DepartmentCode = "nothing" } },
        { RefusalReason.CodeMissing, new ListValueMaster(ListKind.Reason, "", "x") },
        { RefusalReason.UnknownMaster, new ListValueMaster(ListKind.Reason, "X", "x") { ParentCode = "D1" } },
        { RefusalReason.OwnParent, new ListValueMaster(ListKind.Department, "D1", "x") { ParentCode = "D2" } },
        { RefusalReason.OwnParent, new AccountMaster("1002", "x", AccountKind.Asset) { ParentCode = "1002" } },
        { RefusalReason.UnknownMaster, new AccountMaster("X", "x", AccountKind.Asset) { ParentCode = "nothing" } },
        { RefusalReason.ValidityInverted, new PriceListMaster("X", "x") { ValidFrom = To, ValidTo = From } },
        { RefusalReason.UnknownMaster, new PriceNote("nothing", [new PriceLine(Item, 1, From)]) },
        { RefusalReason.NoLines, new PriceNote("PL", []) },
        { RefusalReason.UnknownItem, new PriceNote("PL", [new PriceLine("nothing", 1, From)]) },
        { RefusalReason.UnknownUnit, new PriceNote("PL", [new PriceLine(Item, 1, From) { Unit = "瓶" }]) },
        { RefusalReason.AmountTooLarge, new PriceNote("PL", [new PriceLine(Item, -1, From)]) },
        { RefusalReason.NumberNotExact, new PriceNote("PL", [new PriceLine(Item, 0.0000001m, From)]) },
        { RefusalReason.ValidityInverted, new PriceNote("PL", [new PriceLine(Item, 1, To) { ValidTo = From }]) },
        { RefusalReason.GivenTwice, new PriceNote("PL", [new PriceLine(Item, 1, From), new(Item, 2, From)]) },
        { RefusalReason.ValueMissing, new PromotionMaster("X", "x", PromotionKind.Price, From, To) },
        { RefusalReason.ValidityInverted, Promotion with { ValidTo = From.AddDays(-1) } },
        { RefusalReason.AmountTooLarge, Promotion with { DiscountRate = 1.1m } },
        { RefusalReason.UnknownItem, Promotion with { Scopes = [new(PromotionScopeKind.Item, "nothing")] } },
        { RefusalReason.CodeMissing, Promotion with { Scopes = [new(PromotionScopeKind.PartyClass, "")] } },
        { RefusalReason.DateOutOfRange, new TargetMaster(TargetScope.Company, "", "net_sales", 203013, One) },
        { RefusalReason.CodeMissing, new TargetMaster(TargetScope.Company, "", "", 203001, One) },
        { RefusalReason.CodeMissing, new TargetMaster(TargetScope.Store, "", "net_sales", 203001, One) },
        { RefusalReason.CodeMissing, new TargetMaster(TargetScope.Company, "S1", "net_sales", 203001, One) },
        { RefusalReason.UnknownMaster, new TargetMaster(TargetScope.Channel, "S1", "net_sales", 203001, One) },
        {
            RefusalReason.BoundsInverted,
            new TargetMaster(TargetScope.Company, "", "x", 203001, One) { Floor = Money.Round(2) }
        },
        { RefusalReason.ValueMissing, new CreditLimitMaster(CreditScope.Party, Customer) },
        { RefusalReason.AmountTooLarge, new CreditLimitMaster(CreditScope.Party, Customer) { Days = -1 } },
        { RefusalReason.AmountTooLarge, new CreditLimitMaster(CreditScope.Party, Customer) { Amount = -One } },
        { RefusalReason.UnknownEmployee, new CreditLimitMaster(CreditScope.Employee, "nobody") { Days = 1 } },
        { RefusalReason.ValueMissing, new StockLimitMaster(Item, Store) },
        { RefusalReason.UnknownAccount, new AgingBandMaster("9999", 30) },
        { RefusalReason.CodeMissing, new AgingBandMaster("", 30) },
        { RefusalReason.AmountTooLarge, new AgingBandMaster("1122", -1) },
        { RefusalReason.AmountTooLarge, new AgingBandMaster("1122", 30) { ProvisionRate = 1.01m } },
        { RefusalReason.NumberNotExact, new AgingBandMaster("1122", 30) { ProvisionRate = 0.0000001m } },
        { RefusalReason.UnknownStore, new StoreComparisonMaster("?", From) },
        { RefusalReason.DateOutOfRange, new StoreComparisonMaster(Store, new DateOnly(1800, 1, 1)) },
        {
            RefusalReason.BoundsInverted,
            new StockLimitMaster(Item, Store) { Least = Qty.Round(2), Most = Qty.Round(1) }
        },
        { RefusalReason.ValueMissing, new ManagementCostMaster("X", From) },
        { RefusalReason.ValueMissing, new ManagementCostMaster("X", From) { ItemCode = Item, CategoryCode = "A" } },
        { RefusalReason.AmountTooLarge, new ManagementCostMaster("X", From) { ItemCode = Item, MarkupRate = -2 } },
        { RefusalReason.AmountTooLarge, new ApprovalRuleMaster("X") { ApprovalsNeeded = 0 } },
        { RefusalReason.AmountTooLarge, new ApprovalRuleMaster("X") { Threshold = -1 } },
        { RefusalReason.NumberNotExact, new ApprovalRuleMaster("X") { Threshold = 0.5m } },
        { RefusalReason.TextInvalid, new ApprovalRuleMaster("X Y") },
        { RefusalReason.ValueMissing, new CustomFieldMaster(FieldOwner.Item, "x", FieldType.Choice) },
        { RefusalReason.ValueMissing, new CustomFieldMaster(FieldOwner.Item, "x", FieldType.Text) { Choices = ["a"] } },
        {
            RefusalReason.TextInvalid,
            new CustomFieldMaster(FieldOwner.Item, "x", FieldType.Choice) { Choices = ["a|b"] }
        },
        { RefusalReason.FieldFixed, new CustomFieldMaster(FieldOwner.Party, "since", FieldType.Text) },
        { RefusalReason.UnknownParty, new PartyErasure("nobody", "x") },
        { RefusalReason.CodeMissing, new PartyErasure(Customer, "") },
        { RefusalReason.ValueMissing, FullItem with { Units = [null!] } },
        { RefusalReason.ValueMissing, FullItem with { Fields = null! } },
        { RefusalReason.ValueMissing, FullParty with { Term = new PaymentTerm((TermKind)9, 1) } },
        { RefusalReason.ValueMissing, new PriceNote("PL", [null!]) },
        { RefusalReason.ValueMissing, Promotion with { Scopes = [null!] } },
        { RefusalReason.ValueMissing, new CustomFieldMaster((FieldOwner)9, "x", FieldType.Text) },
        { RefusalReason.ValueMissing, new CostClassMaster("X", "x", (CostMethod)9) },
    };

    private static PromotionMaster Promotion =>
        new("X", "x", PromotionKind.Discount, From, To) { DiscountRate = 0.2m };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_master_that_cannot_be_is_refused_and_leaves_nothing(
        RefusalReason reason, Submission submission)
    {
        await using var book = await CreateAsync();
        var before = book.Query("select seq, hash from head", row => (row.GetInt64(0), row.GetString(1)));

        var refusal = await book.RefusedAsync(submission);

        refusal.Reason.Should().Be(reason);
        refusal.Chinese.Should().NotContain("{0}");
        book.Query("select seq, hash from head", row => (row.GetInt64(0), row.GetString(1))).Should().Equal(before);
    }

    [Fact]
    public async Task An_item_that_moved_keeps_its_cost_class_and_base_unit()
    {
        await using var book = await CreateAsync();
        var item = new ItemMaster("X", "x", "A") { BaseUnit = "盒" };
        await book.PostedAsync(item);
        await book.PostedAsync(item with { BaseUnit = "袋", CostClassCode = "K1" });
        await book.PostedAsync(item);
        await book.PostedAsync(Receipt("R1", "2030-01-01", Line(1, 10, "X")));

        (await book.RefusedAsync(item with { BaseUnit = "袋" })).Reason.Should().Be(RefusalReason.ItemMoved);
        (await book.RefusedAsync(item with { CostClassCode = "K1" })).Reason.Should().Be(RefusalReason.ItemMoved);
        await book.PostedAsync(item with { Name = "y" });
    }

    [Fact]
    public async Task A_required_field_is_asked_for_from_the_moment_it_is_defined()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(FullStore);
        await book.PostedAsync(new CustomFieldMaster(FieldOwner.Store, "lift", FieldType.Bool) { IsRequired = true });

        var refusal = await book.RefusedAsync(FullStore with { Fields = [], Region = "new" });

        refusal.Reason.Should().Be(RefusalReason.FieldRequired);
        refusal.What.Should().Be("lift");
    }
}
