namespace Analytics.Ledger.Posting;

/// <summary>Turns what is handed in beside documents into the entry it makes: a master's version, prices, an
/// erasure.</summary>
internal static class MasterPosting
{
    public static Outcome Post(Submission submission, State state) => submission switch
    {
        CategoryMaster master => CategoryPosting.Post(master, state),
        LegalEntityMaster master => LegalEntityPosting.Post(master, state),
        CostClassMaster master => CostClassPosting.Post(master, state),
        ItemMaster master => ItemPosting.Post(master, state),
        PartyMaster master => PartyPosting.Post(master, state),
        PartyErasure erasure => ErasurePosting.Post(erasure, state),
        StoreMaster master => StorePosting.Post(master, state),
        BinMaster master => BinPosting.Post(master, state),
        EmployeeMaster master => EmployeePosting.Post(master, state),
        ListValueMaster master => ListValuePosting.Post(master, state),
        AccountMaster master => AccountPosting.Post(master, state),
        PriceListMaster master => PriceListPosting.Post(master, state),
        PriceNote note => PricePosting.Post(note, state),
        CustomerPriceNote note => CustomerPricePosting.Post(note, state),
        PromotionMaster master => PromotionPosting.Post(master, state),
        BudgetMaster master => BudgetPosting.Post(master, state),
        TargetMaster master => TargetPosting.Post(master, state),
        CreditLimitMaster master => LimitPosting.Post(master, state),
        StockLimitMaster master => LimitPosting.Post(master, state),
        ManagementCostMaster master => ManagementCostPosting.Post(master, state),
        ApprovalRuleMaster master => ApprovalRulePosting.Post(master, state),
        CustomFieldMaster master => CustomFieldPosting.Post(master, state),
        TenderMaster master => TenderPosting.Post(master, state),
        MemberLevelMaster master => MemberLevelPosting.Post(master, state),
        ShareRuleMaster master => ShareRulePosting.Post(master, state),
        RebatePolicyMaster master => RebatePolicyPosting.Post(master, state),
        AgingBandMaster master => AgingBandPosting.Post(master, state),
        StoreComparisonMaster master => StoreComparisonPosting.Post(master, state),
        _ => throw new System.Diagnostics.UnreachableException(submission.GetType().Name),
    };

    public static long Flag(bool isSo) => isSo ? 1 : 0;
}
