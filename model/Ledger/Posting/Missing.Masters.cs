namespace Analytics.Ledger.Posting;

/// <summary>The masters, and what else is no document.</summary>
internal static partial class Missing
{
    private static Refusal? InMaster(Submission submission) => submission switch
    {
        CategoryMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("parent_code", master.ParentCode)),
        LegalEntityMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("tax_no", master.TaxNo),
            ("taxpayer_type", Known(master.TaxpayerType))),
        CostClassMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("method", Known(master.Method))),
        ItemMaster master => In(master),
        PartyMaster master => In(master),
        PartyErasure erasure => First(0, ("party_code", erasure.PartyCode), ("reason", erasure.Reason)),
        StoreMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("kind", Known(master.Kind)), ("region", master.Region),
            ("legal_entity_code", master.LegalEntityCode), ("department_code", master.DepartmentCode))
            ?? Fields(0, master.Fields),
        BinMaster master => First(
            0, ("depot_code", master.DepotCode), ("area_code", master.AreaCode), ("bin_no", master.BinNo),
            ("name", master.Name)),
        EmployeeMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("store_code", master.StoreCode),
            ("department_code", master.DepartmentCode), ("post", master.Post)),
        ListValueMaster master => First(
            0, ("list", Known(master.List)), ("code", master.Code), ("name", master.Name),
            ("parent_code", master.ParentCode)),
        AccountMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("kind", Known(master.Kind)),
            ("parent_code", master.ParentCode)),
        _ => InRule(submission),
    };

    private static Refusal? InRule(Submission submission) => submission switch
    {
        PriceListMaster master => First(0, ("code", master.Code), ("name", master.Name)),
        PriceNote note => First(0, ("price_list_code", note.PriceListCode), ("lines", note.Lines))
            ?? Each(note.Lines, (line, no) => First(
                no, ("line", line), ("item_code", line?.ItemCode), ("unit", line?.Unit))),
        CustomerPriceNote note => First(0, ("party_code", note.PartyCode), ("lines", note.Lines))
            ?? Each(note.Lines, (line, no) => First(
                no, ("line", line), ("item_code", line?.ItemCode), ("unit", line?.Unit))),
        PromotionMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("kind", Known(master.Kind)), ("scopes", master.Scopes),
            ("terms", master.Terms))
            ?? Each(master.Scopes, (scope, _) => First(
                0, ("scope", scope), ("scope.code", scope?.Code),
                ("scope.kind", scope is null ? null : Known(scope.Kind))))
            ?? Each(master.Terms, (term, _) => First(0, ("term", term), ("term.item_code", term?.ItemCode))),
        TargetMaster master => First(
            0, ("scope", Known(master.Scope)), ("scope_code", master.ScopeCode), ("measure", master.Measure)),
        BudgetMaster master => First(0, ("account", master.Account), ("department_code", master.DepartmentCode)),
        CreditLimitMaster master => First(0, ("scope", Known(master.Scope)), ("scope_code", master.ScopeCode)),
        StockLimitMaster master => First(0, ("item_code", master.ItemCode), ("depot_code", master.DepotCode)),
        AgingBandMaster master => First(0, ("account", master.Account)),
        StoreComparisonMaster master => First(
            0, ("store_code", master.StoreCode), ("choice", Known(master.Choice))),
        ManagementCostMaster master => First(
            0, ("code", master.Code), ("item_code", master.ItemCode), ("category_code", master.CategoryCode)),
        ApprovalRuleMaster master => First(
            0, ("code", master.Code), ("document_kind", master.DocumentKind),
            ("trigger", Known(master.Trigger))),
        CustomFieldMaster master => First(
            0, ("applies_to", Known(master.AppliesTo)), ("name", master.Name), ("value_type", Known(master.ValueType)),
            ("label_zh", master.LabelZh), ("label_en", master.LabelEn), ("choices", master.Choices))
            ?? Each(master.Choices, (choice, _) => First(0, ("choice", choice))),
        _ => InRetail(submission),
    };

    private static Refusal? InRetail(Submission submission) => submission switch
    {
        TenderMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("kind", Known(master.Kind)),
            ("account_code", master.AccountCode), ("party_code", master.PartyCode)),
        MemberLevelMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("price_list_code", master.PriceListCode)),
        ShareRuleMaster master => First(0, ("code", master.Code)),
        RebatePolicyMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("side", Known(master.Side)),
            ("basis", Known(master.Basis)), ("period", Known(master.Period)), ("party_code", master.PartyCode),
            ("item_codes", master.ItemCodes), ("category_codes", master.CategoryCodes), ("tiers", master.Tiers),
            ("account_code", master.AccountCode))
            ?? Each(master.ItemCodes, (code, _) => First(0, ("item_code", code)))
            ?? Each(master.CategoryCodes, (code, _) => First(0, ("category_code", code)))
            ?? Each(master.Tiers, (tier, _) => First(0, ("tier", tier))),
        _ => null,
    };

    private static Refusal? In(ItemMaster master) => First(
        0, ("code", master.Code), ("name", master.Name), ("category_code", master.CategoryCode),
        ("generic_name", master.GenericName), ("cost_class_code", master.CostClassCode),
        ("specification", master.Specification), ("dosage_form", master.DosageForm), ("maker", master.Maker),
        ("brand", master.Brand), ("approval_code", master.ApprovalCode), ("insurance_code", master.InsuranceCode),
        ("prescription_class", Known(master.PrescriptionClass)), ("base_unit", master.BaseUnit),
        ("pack_unit", master.PackUnit), ("units", master.Units))
        ?? Each(master.Units, (unit, _) => First(
            0, ("unit", unit), ("unit.name", unit?.Unit), ("unit.barcode", unit?.Barcode)))
        ?? Fields(0, master.Fields);

    private static Refusal? In(PartyMaster master) => First(
        0, ("code", master.Code), ("name", master.Name), ("party_class", master.PartyClass),
        ("region", master.Region), ("phone", master.Phone), ("address", master.Address),
        ("settlement_party_code", master.SettlementPartyCode), ("price_list_code", master.PriceListCode),
        ("employee_code", master.EmployeeCode), ("licence_no", master.LicenceNo), ("tax_no", master.TaxNo),
        ("term.kind", Known(master.Term?.Kind ?? TermKind.Days)))
        ?? Fields(0, master.Fields);
}
