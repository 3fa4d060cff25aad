namespace Analytics.Ledger.Tables;

/// <summary>All entry tables in the order in which the migration creates them, which is the canonical one.</summary>
internal static class EntryTables
{
    public static readonly IReadOnlyList<(Type Row, EntryTable Table)> All =
    [
        One<EntryRow>(), One<CategoryRow>(), One<LegalEntityRow>(), One<CostClassRow>(), One<ItemRow>(),
        One<ItemUnitRow>(), One<PartyRow>(), One<PartyErasureRow>(), One<StoreRow>(), One<BinRow>(),
        One<EmployeeRow>(), One<ListValueRow>(), One<AccountRow>(),
        One<PriceListRow>(), One<PriceRow>(), One<PromotionRow>(), One<PromotionScopeRow>(),
        One<TargetRow>(), One<LimitRuleRow>(), One<ManagementCostRow>(), One<ApprovalRuleRow>(),
        One<CustomFieldRow>(), One<MasterFieldRow>(), One<PeriodCloseRow>(), One<DraftRow>(), One<StatusChangeRow>(),
        One<DocumentRow>(), One<DocumentEmployeeRow>(), One<DocumentFieldRow>(), One<DocumentAttachmentRow>(),
        One<DocumentLineRow>(), One<CostAdjustmentRow>(), One<BatchRow>(), One<StockMovementRow>(),
        One<MovementWorthRow>(), One<TraceCodeRow>(), One<PickOverrideRow>(), One<FreezeRow>(),
        One<MoneyMovementRow>(), One<OpenItemRow>(), One<AllocationRow>(), One<ControlTotalRow>(),
        One<SupplierQuoteRow>(), One<QuoteChoiceRow>(), One<ArrivalRejectionRow>(), One<AccrualLineRow>(),
        One<PaymentRequestRow>(), One<RequestPaymentRow>(), One<InvoiceRow>(), One<InvoiceLineRow>(),
        One<StockCountLineRow>(), One<SalesDetailRow>(), One<VoucherRangeRow>(), One<TerminationRow>(),
        One<CustomerPriceRow>(), One<TenderRow>(), One<DocumentTenderRow>(), One<DocumentInsuranceRow>(),
        One<TillCountRow>(), One<MemberLevelRow>(), One<ShareRuleRow>(), One<PromotionTermRow>(),
        One<MemberMovementRow>(), One<MemberLevelChangeRow>(), One<CouponRow>(), One<FirstClerkRow>(),
        One<BudgetRow>(), One<DocumentMoneyRow>(), One<InsuranceClaimRow>(),
        One<RebatePolicyRow>(), One<RebateScopeRow>(), One<RebateTierRow>(),
        One<AgingBandRow>(), One<StoreComparisonRow>(),
    ];

    private static readonly Dictionary<Type, int> Places =
        All.Select((table, at) => (table.Row, at)).ToDictionary(pair => pair.Row, pair => pair.at);

    /// <summary>The table of a record.</summary>
    public static EntryTable Of<T>() => All[Places[typeof(T)]].Table;

    /// <summary>The place of a row's table among all.</summary>
    public static int PlaceOf(object row) => Places[row.GetType()];

    private static (Type Row, EntryTable Table) One<T>()
        where T : class => (typeof(T), EntryTable.Of<T>());
}
