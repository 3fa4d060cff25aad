using System.Collections.Frozen;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The kinds of master in <c>state_master</c>; an entry that holds a version bears the same kind.</summary>
internal static class MasterKinds
{
    public const string Category = "category";
    public const string LegalEntity = "legal_entity";
    public const string CostClass = "cost_class";
    public const string Item = "item";
    public const string Party = "party";
    public const string Store = "store";
    public const string Bin = "bin";
    public const string Employee = "employee";
    public const string ListValue = "list_value";
    public const string Account = "account";
    public const string PriceList = "price_list";
    public const string Promotion = "promotion";
    public const string Budget = "budget";
    public const string Target = "target";
    public const string LimitRule = "limit_rule";
    public const string ManagementCost = "management_cost";
    public const string ApprovalRule = "approval_rule";
    public const string CustomField = "custom_field";
    public const string Tender = "tender";
    public const string MemberLevel = "member_level";
    public const string ShareRule = "share_rule";
    public const string RebatePolicy = "rebate_policy";
    public const string AgingBand = "aging_band";
    public const string StoreComparison = "store_comparison";

    /// <summary>The tables of each kind: a version's row first, then those of its details.</summary>
    public static readonly FrozenDictionary<string, IReadOnlyList<EntryTable>> Tables =
        new Dictionary<string, IReadOnlyList<EntryTable>>
        {
            [Category] = [EntryTable.Of<CategoryRow>()],
            [LegalEntity] = [EntryTable.Of<LegalEntityRow>()],
            [CostClass] = [EntryTable.Of<CostClassRow>()],
            [Item] = [EntryTable.Of<ItemRow>(), EntryTable.Of<ItemUnitRow>(), EntryTable.Of<MasterFieldRow>()],
            [Party] = [EntryTable.Of<PartyRow>(), EntryTable.Of<MasterFieldRow>()],
            [Store] = [EntryTable.Of<StoreRow>(), EntryTable.Of<MasterFieldRow>()],
            [Bin] = [EntryTable.Of<BinRow>()],
            [Employee] = [EntryTable.Of<EmployeeRow>()],
            [ListValue] = [EntryTable.Of<ListValueRow>()],
            [Account] = [EntryTable.Of<AccountRow>()],
            [PriceList] = [EntryTable.Of<PriceListRow>()],
            [Promotion] =
            [
                EntryTable.Of<PromotionRow>(), EntryTable.Of<PromotionScopeRow>(), EntryTable.Of<PromotionTermRow>(),
            ],
            [Budget] = [EntryTable.Of<BudgetRow>()],
            [Target] = [EntryTable.Of<TargetRow>()],
            [LimitRule] = [EntryTable.Of<LimitRuleRow>()],
            [ManagementCost] = [EntryTable.Of<ManagementCostRow>()],
            [ApprovalRule] = [EntryTable.Of<ApprovalRuleRow>()],
            [CustomField] = [EntryTable.Of<CustomFieldRow>()],
            [Tender] = [EntryTable.Of<TenderRow>()],
            [MemberLevel] = [EntryTable.Of<MemberLevelRow>()],
            [ShareRule] = [EntryTable.Of<ShareRuleRow>()],
            [RebatePolicy] =
            [
                EntryTable.Of<RebatePolicyRow>(), EntryTable.Of<RebateScopeRow>(), EntryTable.Of<RebateTierRow>(),
            ],
            [AgingBand] = [EntryTable.Of<AgingBandRow>()],
            [StoreComparison] = [EntryTable.Of<StoreComparisonRow>()],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A list's value is known by its list and code.</summary>
    public static string ListCode(ListKind list, string code) => $"{Snake.Case(list)}/{code}";

    public static string BinCode(string depot, string area, string bin) => $"{depot}/{area}/{bin}";

    /// <summary>What is said where a master of the kind is not there.</summary>
    public static Refusal Unknown(string kind, string code) => kind switch
    {
        Category => new Refusal(RefusalReason.UnknownCategory, 0, code),
        Item => new Refusal(RefusalReason.UnknownItem, 0, code),
        Party => new Refusal(RefusalReason.UnknownParty, 0, code),
        Store => new Refusal(RefusalReason.UnknownStore, 0, code),
        Employee => new Refusal(RefusalReason.UnknownEmployee, 0, code),
        _ => new Refusal(RefusalReason.UnknownMaster, 0, $"{kind} {code}"),
    };
}
