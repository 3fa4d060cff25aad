using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Masters;

/// <summary>The ready book, with one of every further master.</summary>
internal static class WideBook
{
    public static readonly DateOnly From = new(2030, 1, 1);

    public static readonly DateOnly To = new(2030, 12, 31);

    public static readonly string Hash = new('a', 64);

    public static IReadOnlyList<Submission> All =>
    [
        new LegalEntityMaster("L1", "康健零售") { TaxNo = "91310000" },
        new LegalEntityMaster("L2", "康健小店") { TaxpayerType = TaxpayerType.SmallScale },
        new CostClassMaster("K1", "先进先出", CostMethod.Fifo),
        new CostClassMaster("K2", "按批", CostMethod.Batch) { IsCompanyWide = true },
        new ListValueMaster(ListKind.Department, "D1", "零售部"),
        new ListValueMaster(ListKind.Department, "D2", "东区") { ParentCode = "D1" },
        new ListValueMaster(ListKind.Project, "P1", "周年庆"),
        new ListValueMaster(ListKind.Channel, "H1", "外卖"),
        new ListValueMaster(ListKind.Channel, "H0", "停用") { IsActive = false },
        new AccountMaster("1002", "银行存款", AccountKind.Asset),
        new PriceListMaster("PL", "零售价") { IncludesTax = true },
        new CustomFieldMaster(FieldOwner.Item, "colour", FieldType.Choice) { Choices = ["red", "blue"] },
        new CustomFieldMaster(FieldOwner.Party, "since", FieldType.Date),
        new CustomFieldMaster(FieldOwner.Store, "lift", FieldType.Bool),
        new CustomFieldMaster(FieldOwner.Document, "order", FieldType.WholeNumber),
        new CustomFieldMaster(FieldOwner.DocumentLine, "rate", FieldType.Number),
        new TenderMaster("WX", "微信", TenderKind.Wechat) { FeeRate = 0.006m },
        new MemberLevelMaster("SILVER", "银卡") { PriceListCode = "PL", PointsRate = 1, PointValue = 0.01m },
        new ShareRuleMaster("FIRST", 0.3m),
        new RebatePolicyMaster("RB", "年返", RebateSide.Supplier, From, To) { Tiers = [new RebateTier(0, 0.01m)] },
        new PromotionMaster("BUNDLE", "组合", PromotionKind.Bundle, From, To)
        {
            UnitPrice = 10, Terms = [new PromotionTerm { ItemCode = Item, Quantity = Qty.Round(2) }],
        },
    ];

    public static async Task<TestBook> CreateAsync()
    {
        var book = await TestBook.CreateAsync();
        foreach (var master in All)
        {
            await book.PostedAsync(master);
        }

        return book;
    }

    /// <summary>A rebate policy that uses all it can.</summary>
    public static RebatePolicyMaster FullPolicy => new("X", "季返", RebateSide.Customer, From, To)
    {
        Basis = RebateBasis.Amount,
        Period = RebatePeriod.Quarter,
        PartyCode = Customer,
        ItemCodes = [Item],
        CategoryCodes = ["A1"],
        Tiers = [new RebateTier(1000, 0.02m), new RebateTier(0, 0.01m)],
        AccountCode = "6601",
    };

    /// <summary>An item that uses all it can.</summary>
    public static ItemMaster FullItem => new("X", "阿莫西林胶囊", "A1")
    {
        GenericName = "阿莫西林",
        CostClassCode = "K2",
        Specification = "0.25g*24",
        DosageForm = "胶囊",
        Maker = "康健药业",
        Brand = "康健",
        ApprovalCode = "国药准字H1",
        InsuranceCode = "XJ01",
        PrescriptionClass = PrescriptionClass.Dual,
        DaysPerPack = 6,
        ShelfLifeDays = 720,
        IsBatchTracked = true,
        IsTraced = true,
        Weight = 0.05m,
        BaseUnit = "盒",
        PackUnit = "箱",
        PackFactor = 100,
        TaxRate = 0.13m,
        Units = [new ItemUnit("盒", 1) { Barcode = "690" }, new ItemUnit("片", 0.041667m)],
        Fields = [new FieldValue("colour", "red")],
    };

    public static PartyMaster FullParty => new("X", "仁心诊所")
    {
        IsCustomer = true,
        SettlementPartyCode = Customer,
        Term = new PaymentTerm(TermKind.MonthEnd, 30),
        PriceListCode = "PL",
        EmployeeCode = "E1",
        LicenceNo = "沪A1",
        LicenceValidTo = To,
        TaxNo = "9131",
        Fields = [new FieldValue("since", "2020-02-29")],
    };

    public static StoreMaster FullStore => new("X", "城南店")
    {
        LegalEntityCode = "L1",
        DepartmentCode = "D2",
        FloorArea = 120.5m,
        OpenedOn = From,
        NeedsPickReason = true,
        Fields = [new FieldValue("lift", "true")],
    };
}
