using Analytics.Ledger;

namespace Analytics.Dashboard.Api.Json;

/// <summary>What may be handed in as a master: the word that stands as its <c>type</c>, and the record it is. A new
/// one is a line here.</summary>
internal static class MasterTypes
{
    public static readonly IReadOnlyDictionary<string, Type> ByName = new Dictionary<string, Type>
    {
        ["category"] = typeof(CategoryMaster),
        ["legal_entity"] = typeof(LegalEntityMaster),
        ["cost_class"] = typeof(CostClassMaster),
        ["item"] = typeof(ItemMaster),
        ["party"] = typeof(PartyMaster),
        ["store"] = typeof(StoreMaster),
        ["bin"] = typeof(BinMaster),
        ["employee"] = typeof(EmployeeMaster),
        ["list_value"] = typeof(ListValueMaster),
        ["account"] = typeof(AccountMaster),
        ["price_list"] = typeof(PriceListMaster),
        ["price_note"] = typeof(PriceNote),
        ["promotion"] = typeof(PromotionMaster),
        ["target"] = typeof(TargetMaster),
        ["stock_limit"] = typeof(StockLimitMaster),
        ["credit_limit"] = typeof(CreditLimitMaster),
        ["management_cost"] = typeof(ManagementCostMaster),
        ["approval_rule"] = typeof(ApprovalRuleMaster),
        ["custom_field"] = typeof(CustomFieldMaster),
    };
}
