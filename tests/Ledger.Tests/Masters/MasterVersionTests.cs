using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.Masters.WideBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Masters;

public sealed class MasterVersionTests
{
    public static TheoryData<string> Kinds => [.. Cases.Keys];

    /// <summary>A new master of each kind, and the same with another content.</summary>
    private static Dictionary<string, (Submission First, Submission Second)> Cases { get; } = new()
    {
        ["category"] = (new CategoryMaster("X", "x", "A"), new CategoryMaster("X", "x")),
        ["legal_entity"] = Two(new LegalEntityMaster("X", "x"), x => x with { TaxpayerType = TaxpayerType.SmallScale }),
        ["cost_class"] = Two(new CostClassMaster("X", "x", CostMethod.Fifo), x => x with { Name = "y" }),
        ["item"] = Two(FullItem, x => x with { Units = [new ItemUnit("片", 0.041666m)] }),
        ["item fields"] = Two(FullItem, x => x with { Fields = [new FieldValue("colour", "blue")] }),
        ["party"] = Two(FullParty, x => x with { Term = new PaymentTerm(TermKind.DayOfMonth, 30) }),
        ["party phone"] = Two(FullParty, x => x with { Phone = "1" }),
        ["party fields"] = Two(FullParty, x => x with { Fields = [] }),
        ["store"] = Two(FullStore, x => x with { DepartmentCode = "D1" }),
        ["bin"] = Two(new BinMaster(Store, "A", "01"), x => x with { IsLocked = true }),
        ["employee"] = Two(new EmployeeMaster("X", "x") { DepartmentCode = "D1" }, x => x with { Post = "店长" }),
        ["list_value"] = Two(new ListValueMaster(ListKind.Reason, "X", "破损"), x => x with { IsActive = false }),
        ["account"] = Two(
            new AccountMaster("100201", "工行", AccountKind.Asset), x => x with { ParentCode = "1002" }),
        ["price_list"] = Two(new PriceListMaster("X", "x"), x => x with { ValidTo = To }),
        ["promotion"] = Two(Promotion, x => x with { Scopes = [new PromotionScope(PromotionScopeKind.Item, Item)] }),
        ["target"] = Two(
            new TargetMaster(TargetScope.Store, Store, "net_sales", 203001, Money.Round(100)),
            x => x with { Stretch = Money.Round(120) }),
        ["credit limit"] = Two(
            new CreditLimitMaster(CreditScope.Party, Customer) { Amount = Money.Round(5000) },
            x => x with { Days = 30 }),
        ["stock limit"] = Two(
            new StockLimitMaster(Item, Store) { Least = Qty.Round(5) }, x => x with { Most = Qty.Round(5) }),
        ["aging_band"] = Two(new AgingBandMaster("1122", 45), x => x with { ProvisionRate = 0.05m }),
        ["aging_band of what is older"] = Two(
            new AgingBandMaster("1122", null) { ProvisionRate = 1 }, x => x with { IsActive = false }),
        ["store_comparison"] = Two(
            new StoreComparisonMaster(Store, From) { Choice = StoreComparison.NotComparable },
            x => x with { Choice = StoreComparison.ByRule }),
        ["management_cost"] = Two(
            new ManagementCostMaster("X", From) { CategoryCode = "A", MarkupRate = 0.05m },
            x => x with { FixedCost = 0.5m }),
        ["approval_rule"] = Two(
            new ApprovalRuleMaster("X") { Trigger = ApprovalTrigger.DiscountAtLeast, Threshold = 0.1m },
            x => x with { Threshold = 0.123456m, DocumentKind = DocumentKinds.Name(DocumentKind.Sale) }),
        ["custom_field"] = Two(
            new CustomFieldMaster(FieldOwner.Item, "x", FieldType.Text), x => x with { LabelZh = "新" }),
        ["tender"] = Two(new TenderMaster("X", "x", TenderKind.Wechat), x => x with { FeeRate = 0.006m }),
        ["member_level"] = Two(new MemberLevelMaster("X", "x") { PointsRate = 1 }, x => x with { PointValue = 0.01m }),
        ["share_rule"] = Two(new ShareRuleMaster("X", 0.3m), x => x with { Days = 30 }),
        ["rebate_policy"] = Two(FullPolicy, x => x with { IsProgressive = true }),
        ["rebate tiers"] = Two(FullPolicy, x => x with { Tiers = [new RebateTier(0, 0.015m)] }),
        ["rebate scopes"] = Two(FullPolicy, x => x with { CategoryCodes = ["A"] }),
        ["promotion terms"] = Two(
            new PromotionMaster("X", "x", PromotionKind.SpendAmountOff, From, To)
            {
                Terms = [new PromotionTerm { Threshold = Money.Round(100), Off = Money.Round(20) }],
            },
            x => x with { Terms = [new PromotionTerm { Threshold = Money.Round(100), Off = Money.Round(30) }] }),
        ["party target"] = Two(
            new TargetMaster(TargetScope.Party, Customer, "net_sales", 203001, Money.Round(100)),
            x => x with { Stretch = Money.Round(120) }),
    };

    private static PromotionMaster Promotion => new("X", "x", PromotionKind.BuyGet, From, To)
    {
        BuyQty = Qty.Round(2),
        GetQty = Qty.Round(1),
        Scopes =
        [
            new PromotionScope(PromotionScopeKind.Store, Store),
            new PromotionScope(PromotionScopeKind.PartyClass, "会员"),
        ],
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_master_is_posted_once_and_anew_when_it_says_something_else(string kind)
    {
        var (first, second) = Cases[kind];
        await using var book = await CreateAsync();

        var seq = await book.PostedAsync(first);
        (await book.PostAsync(first)).Should().Be(new PostResult.AlreadyThere(seq));
        await book.ReopenAsync();
        (await book.PostAsync(first)).Should().Be(new PostResult.AlreadyThere(seq));
        var next = await book.PostedAsync(second);
        (await book.PostAsync(second)).Should().Be(new PostResult.AlreadyThere(next));
        await book.PostedAsync(first);

        book.Query($"select id, version_id from state_master where id = {seq}", row => row.GetInt64(1))
            .Should().Equal(next + 1);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_version_that_is_looked_up_no_more_is_found(string kind)
    {
        await using var book = await CreateAsync();
        var seq = await book.PostedAsync(Cases[kind].First);
        book.Tamper($"delete from state_master where id = {seq}").Should().Be(1);

        var report = await BookVerifier.VerifyAsync(book.Book, [], null, default);

        report.Findings.Should().ContainSingle().Which.What.Should().StartWith("state_master_off");
    }

    [Fact]
    public async Task An_item_keeps_all_that_is_said_of_it()
    {
        await using var book = await CreateAsync();

        var seq = await book.PostedAsync(FullItem);

        book.Query(
            "select generic_name, dosage_form, maker, brand, approval_code, insurance_code, prescription_class, "
            + "days_per_pack, shelf_life_days, is_batch_tracked, is_traced, weight, pack_factor, tax_rate "
            + $"from item where version_id = {seq}",
            row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)))
            .Should().Equal("阿莫西林 胶囊 康健药业 康健 国药准字H1 XJ01 dual 6 720 1 1 500 100000000 1300");
        book.Query(
            $"select unit, unit_factor, barcode from item_unit where version_id = {seq} order by line_no",
            row => (row.GetString(0), row.GetInt64(1), row.GetString(2)))
            .Should().Equal(("盒", 1_000_000, "690"), ("片", 41_667, ""));
        book.Query(
            $"select field_name, field_value from master_field where version_id = {seq}",
            row => (row.GetString(0), row.GetString(1))).Should().Equal(("colour", "red"));
    }

    [Fact]
    public async Task A_party_keeps_its_terms_and_who_settles_for_it()
    {
        await using var book = await CreateAsync();

        var seq = await book.PostedAsync(FullParty);

        book.Query(
            "select term_kind, term_days, (select party_code from party other where other.party_id = "
            + "party.settlement_party_id), "
            + $"licence_no, licence_valid_to, tax_no from party where version_id = {seq}",
            row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)))
            .Should().Equal("month_end 30 C1 沪A1 20301231 9131");
    }

    [Fact]
    public async Task The_order_in_which_custom_fields_are_given_makes_no_version()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new CustomFieldMaster(FieldOwner.Item, "a", FieldType.Text));
        FieldValue[] fields = [new("colour", "red"), new("a", "x")];
        var seq = await book.PostedAsync(FullItem with { Fields = fields });

        (await book.PostAsync(FullItem with { Fields = [fields[1], fields[0]] }))
            .Should().Be(new PostResult.AlreadyThere(seq));
    }

    private static (Submission, Submission) Two<T>(T first, Func<T, T> second)
        where T : Submission => (first, second(first));
}
