using Analytics.Ledger;

namespace Analytics.Dashboard.Api.Json;

/// <summary>What is handed in with a <c>type</c>: the word that stands there, and the record it is. A new one is a line
/// here.</summary>
internal static class SubmissionTypes
{
    /// <summary>All but approval rules: these take a scope of their own.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Masters = new Dictionary<string, Type>
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
        ["customer_price_note"] = typeof(CustomerPriceNote),
        ["promotion"] = typeof(PromotionMaster),
        ["budget"] = typeof(BudgetMaster),
        ["tender"] = typeof(TenderMaster),
        ["member_level"] = typeof(MemberLevelMaster),
        ["share_rule"] = typeof(ShareRuleMaster),
        ["rebate_policy"] = typeof(RebatePolicyMaster),
        ["target"] = typeof(TargetMaster),
        ["stock_limit"] = typeof(StockLimitMaster),
        ["credit_limit"] = typeof(CreditLimitMaster),
        ["aging_band"] = typeof(AgingBandMaster),
        ["store_comparison"] = typeof(StoreComparisonMaster),
        ["management_cost"] = typeof(ManagementCostMaster),
        ["custom_field"] = typeof(CustomFieldMaster),
    };

    /// <summary>What settles open items, and what freezes stock.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Vouchers = new Dictionary<string, Type>
    {
        ["allocation"] = typeof(Allocation),
        ["auto_allocation"] = typeof(AutoAllocation),
        ["allocation_reversal"] = typeof(AllocationReversal),
        ["write_off"] = typeof(WriteOff),
        ["stock_freeze"] = typeof(StockFreeze),
    };

    /// <summary>What can be kept as a draft.</summary>
    public static readonly IReadOnlyDictionary<string, Type> VoucherDrafts =
        Vouchers.Where(known => known.Value.IsAssignableTo(typeof(Voucher))).ToDictionary();
}
