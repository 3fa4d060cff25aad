using Analytics.Ingest.Tests.Snapshots;

namespace Analytics.Ingest.Tests;

/// <summary>The audits of money facts, each seen red on a book that has a document of every kind.</summary>
public sealed class MoneyAuditTests : IClassFixture<MoneyAuditTests.Posted>
{
    private static readonly (string Audit, string Break)[] Cases =
    [
        ("open_items_off_control_totals", "delete from fact_open_item where line_no = 1"),
        ("open_items_off_control_totals", "update fact_open_item set item_amount = item_amount + 0.0001"),
        ("open_items_off_money", "update fact_open_item set item_amount = -item_amount"),
        ("open_items_off_money", "update fact_money set debit_party_id = -1 where debit_account = '1122'"),
        ("open_items_off_money", "update fact_allocation set settled_amount = 0 where side = 'debit'"),
        ("item_settled_beyond_its_amount", "insert into fact_allocation from fact_allocation"),
        ("item_settled_beyond_its_amount", "update fact_allocation set account = '9'"),
        ("orphan_key_in_fact_open_item", "update fact_open_item set party_key = 9 where party_id <> -1"),
        ("allocations_off_control_totals", "delete from fact_allocation where side = 'credit'"),
        ("allocations_off_control_totals", "update fact_allocation set settled_amount = -settled_amount"),
        ("orphan_key_in_fact_allocation", "delete from fact_open_item"),
        ("orphan_key_in_fact_allocation", "update fact_allocation set employee_key = 9"),
        ("tenders_off_control_totals", "update fact_tender set tender_amount = 0"),
        ("tenders_off_control_totals", "update fact_tender set month_key = month_key + 1"),
        ("orphan_key_in_fact_tender", "update fact_tender set store_key = 9"),
        ("points_off_control_totals", "update fact_points set points_qty = points_qty + 1"),
        ("orphan_key_in_fact_points", "update fact_points set party_id = 9"),
        ("coupons_off_control_totals", "delete from fact_coupon where event = 'issued'"),
        ("orphan_key_in_fact_coupon", "update fact_coupon set store_id = 9"),
        ("expenses_off_control_totals", "update fact_expense set expense_amount = expense_amount + 1"),
        ("orphan_key_in_fact_expense", "update fact_expense set business_date = date '1900-01-01'"),
        ("rebates_off_control_totals", "update fact_rebate set paid_amount = 0"),
        ("orphan_key_in_fact_rebate", "update fact_rebate set party_key = 9"),
        ("advances_off_money", "update fact_advance set used_amount = used_amount + 1"),
        ("orphan_key_in_fact_advance", "update fact_advance set store_id = 9"),
        ("insurance_claims_off_control_totals", "update fact_insurance_claim set deducted_amount = 7"),
        ("orphan_key_in_fact_insurance_claim", "update fact_insurance_claim set party_id = 9"),
        ("targets_off_control_totals", "delete from fact_target where is_current"),
        ("orphan_key_in_fact_target", "update fact_target set store_id = 9"),
        ("limits_off_control_totals", "delete from fact_limit_rule where is_current"),
        ("limits_off_control_totals", "update fact_limit_rule set limit_amount = limit_amount + 1"),
        ("limits_off_control_totals", "update fact_limit_rule set most_qty = null"),
        ("orphan_key_in_fact_limit_rule", "update fact_limit_rule set party_id = 9"),
        ("orphan_key_in_fact_limit_rule", "update fact_limit_rule set department_id = 999999"),
        ("rules_off_control_totals", "delete from fact_aging_band where not is_active"),
        ("rules_off_control_totals", "update fact_aging_band set provision_rate = provision_rate + 0.000001"),
        ("rules_off_control_totals", "update fact_aging_band set to_days = to_days + 1"),
        ("rules_off_control_totals", "update fact_store_comparison set from_date = from_date + 1"),
        ("rules_off_control_totals", "update fact_store_comparison set comparison_choice = 'comparable'"),
        ("orphan_key_in_fact_store_comparison", "update fact_store_comparison set store_id = 9"),
        ("budgets_off_control_totals", "update fact_budget set budget_amount = 0"),
    ];

    private readonly Posted posted;

    public MoneyAuditTests(Posted posted) => this.posted = posted;

    internal static IEnumerable<string> Broken => Cases.Select(broken => broken.Audit);

    public static TheoryData<int, string> Numbers()
    {
        var numbers = new TheoryData<int, string>();
        for (var i = 0; i < Cases.Length; i++)
        {
            numbers.Add(i, Cases[i].Audit);
        }

        return numbers;
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task An_audit_sees_money_broken(int number, string audit) =>
        (await posted.Book.WithStarBrokenAsync(Cases[number].Break, audit))
            .Should().NotBeNull().And.Subject.As<AuditFinding>().Rows.Should().NotBeEmpty();

    [Fact]
    public async Task Unbroken_every_audit_passes_on_documents_of_every_kind() =>
        (await posted.Book.FindingsAsync()).Should().BeEmpty();

    public sealed class Posted : IAsyncLifetime
    {
        internal AuditedBook Book { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var company = await CompanyFolder.CreateAsync(0);
            await ExampleBook.PostAsync(company, ExampleBook.Posted);
            Book = await AuditedBook.BuildAsync(company);
        }

        public async Task DisposeAsync() => await Book.DisposeAsync();
    }
}
