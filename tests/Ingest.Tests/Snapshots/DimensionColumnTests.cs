using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>What the book keeps of its masters stands in the dimensions, as it was and by present names.</summary>
public sealed class DimensionColumnTests
{
    private static readonly Submission[] Masters =
    [
        new CategoryMaster("A", "药品"),
        new CostClassMaster("CC", "批次", CostMethod.Batch),
        new LegalEntityMaster("L1", "一公司") { TaxpayerType = TaxpayerType.SmallScale },
        new ListValueMaster(ListKind.Department, "D1", "一部"),
        new ListValueMaster(ListKind.Project, "J1", "项目一"),
        new ListValueMaster(ListKind.Channel, "O1", "到家"),
        new ListValueMaster(ListKind.Reason, "R1", "破损"),
        new PriceListMaster("PL", "批发价") { IncludesTax = true, ValidFrom = new(2026, 1, 1) },
        new StoreMaster("S1", "一号店")
        {
            LegalEntityCode = "L1", DepartmentCode = "D1", FloorArea = 88.5m, MayGoNegative = true,
        },
        new BinMaster("S1", "Z", "01") { Name = "一架", IsLocked = true },
        new EmployeeMaster("E1", "王一", "S1") { DepartmentCode = "D1", Post = "店长" },
        new EmployeeMaster("E2", "李二"),
        new MemberLevelMaster("SILVER", "银卡") { Rank = 1, PointsRate = 1 },
        new MemberLevelMaster("GOLD", "金卡") { Rank = 2, PointsRate = 1.5m },
        new PromotionMaster("PR", "九折", PromotionKind.Discount, new(2026, 1, 1), new(2026, 1, 31))
        {
            DiscountRate = 0.1m,
        },
        new AccountMaster("660101", "广告费", AccountKind.ProfitAndLoss),
        new ItemMaster("P1", "药", "A")
        {
            GenericName = "通用", CostClassCode = "CC", DosageForm = "片剂", Maker = "厂", Brand = "牌",
            ApprovalCode = "国药准字1", InsuranceCode = "YB1", PrescriptionClass = PrescriptionClass.Rx, DaysPerPack = 7,
            ShelfLifeDays = 720, IsBatchTracked = true, IsTraced = true, BaseUnit = "盒",
        },
        new ItemMaster("P2", "水", "A") { BaseUnit = "瓶" },
        new PartyMaster("C0", "总店") { IsCustomer = true },
        new PartyMaster("C1", "分店")
        {
            IsCustomer = true, SettlementPartyCode = "C0", Term = new PaymentTerm(TermKind.MonthEnd, 30),
            PriceListCode = "PL", EmployeeCode = "E1", LicenceValidTo = new(2027, 12, 31),
        },
    ];

    [Fact]
    public async Task Masters_bear_their_columns_and_what_they_name_by_its_present_name()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await PostAsync(company, Masters);
        await PostAsync(company, Level("V1", "C1", "SILVER"), Level("V2", "C1", "GOLD"));
        Published(await company.SnapshotAsync());
        await PostAsync(
            company,
            new ListValueMaster(ListKind.Department, "D1", "新一部"), new EmployeeMaster("E1", "王一一", "S1"),
            new PartyMaster("C1", "分店") { IsCustomer = true, EmployeeCode = "E2" });
        Published(await company.SnapshotAsync());

        (await LinesAsync(company, """
            select generic_name, brand_code, brand_name, dosage_form, approval_code, insurance_code,
                prescription_class, days_per_pack, shelf_life_days, is_batch_tracked, is_traced, cost_class_code,
                cost_class_name, cost_method
            from dim_item where item_id > 0 order by item_code
            """)).Should().Equal(
            "通用|牌|牌|片剂|国药准字1|YB1|rx|7|720|True|True|CC|批次|batch",
            "||||||none|0|0|False|False|||moving_average");
        (await LinesAsync(company, """
            select party_code, is_current, settlement_party_code, settlement_party_name, term_kind, term_days,
                price_list_name, owner_code, owner_name, member_level_code, licence_end_date
            from dim_party where party_id > 0 order by party_key
            """)).Should().Equal(
            "C0|True|C0|总店||0|||||",
            "C1|False|C0|总店|month_end|30|批发价|E1|王一一|GOLD|2027-12-31",
            "C1|True|C1|分店||0||E2|李二|GOLD|");
        (await LinesAsync(company, """
            select legal_entity_code, legal_entity_name, taxpayer_type, store_department_name, floor_area
            from dim_store where store_id > 0
            """)).Should().Equal("L1|一公司|small_scale|新一部|88.5000");
        (await LinesAsync(company, """
            select employee_code, is_current, employee_department_code, employee_department_name, post
            from dim_employee where employee_id > 0 order by employee_key
            """)).Should().Equal("E1|False|D1|新一部|店长", "E2|True|||", "E1|True|||");
    }

    [Theory]
    [InlineData("dim_project", "project_code, project_name", "J1|项目一")]
    [InlineData("dim_channel", "channel_code, channel_name", "O1|到家")]
    [InlineData("dim_reason", "reason_code, reason_name", "R1|破损")]
    [InlineData("dim_department", "department_code, department_name", "D1|一部")]
    [InlineData("dim_legal_entity", "legal_entity_code, taxpayer_type", "L1|small_scale")]
    [InlineData("dim_bin", "bin_name, bin_area_code, is_locked", "一架|Z|True")]
    [InlineData("dim_price_list", "price_list_code, is_tax_included, starts_date", "PL|True|2026-01-01")]
    [InlineData("dim_member_level", "member_level_code, member_level_rank, points_rate",
        "SILVER|1|1.000000;GOLD|2|1.500000")]
    [InlineData("dim_promotion", "promotion_code, promotion_kind, starts_date, ends_date",
        "PR|discount|2026-01-01|2026-01-31")]
    [InlineData("dim_account", "account_code, account_name, account_kind, account_parent",
        "660101|广告费|profit_and_loss|")]
    [InlineData("dim_category", "category_code, category_name, parent_id", "A|药品|-1")]
    public async Task Each_dimension_has_a_row_per_version_and_one_for_none(string table, string columns, string rows)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await PostAsync(company, Masters);
        Published(await company.SnapshotAsync());
        var key = table[4..] + "_key";

        (await LinesAsync(company, $"select {columns} from {table} where {key} > 0 order by {key}"))
            .Should().Equal(rows.Split(';'));
        (await LinesAsync(company, $"select {key}, is_current from {table} where {key} = -1"))
            .Should().Equal("-1|True");
    }

    [Fact]
    public async Task An_account_that_needs_no_version_is_there_by_minus_its_code_until_it_has_one()
    {
        await using var company = await CompanyFolder.CreateAsync(20);
        Published(await company.SnapshotAsync());
        const string Cash = "select account_id > 0, account_name, account_name_en from dim_account "
            + "where account_code = '1001'";

        var before = await LinesAsync(company, Cash);
        await PostAsync(company, new AccountMaster("1001", "钱箱", AccountKind.Asset));
        Published(await company.SnapshotAsync());

        before.Should().Equal("False|库存现金|Cash");
        (await LinesAsync(company, Cash)).Should().Equal("True|钱箱|钱箱");
        (await LinesAsync(company, "select account_key from dim_account where account_code = '220202'"))
            .Should().Equal("-220202");
    }

    private static Document Level(string number, string party, string level) =>
        new(DocumentKind.MemberLevelChange, number, new(2026, 1, 5, 10, 0, 0, TimeSpan.FromHours(8)))
        {
            StoreCode = "S1", PartyCode = party, MemberLevelCode = level, Lines = [],
        };

    private static async Task<List<string>> LinesAsync(CompanyFolder company, string sql) =>
        (await RowsAsync(company, sql)).ConvertAll(row => string.Join('|', row.Select(Text)));

    private static string Text(object? value) => value is DateOnly date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static async Task PostAsync(CompanyFolder company, params Submission[] submissions)
    {
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        (await journal.PostAsync(submissions, default)).Should().AllBeOfType<PostResult.Posted>();
    }
}
