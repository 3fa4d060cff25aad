namespace Analytics.Ledger.Posting;

/// <summary>What the compiler promises and a caller can still break: nothing that is handed in is null, no choice is
/// outside its list.</summary>
/// <remarks>Found before posting, so that it is refused to its caller and does not fail the group it is committed in.
/// </remarks>
internal static class Missing
{
    public static Refusal? In(Submission? submission) => submission switch
    {
        { Actor: null } => new Refusal(RefusalReason.ValueMissing, 0, "actor"),
        null => new Refusal(RefusalReason.ValueMissing, 0, "submission"),
        Document document => In(document),
        CategoryMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("parent_code", master.ParentCode)),
        ItemMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("category_code", master.CategoryCode),
            ("specification", master.Specification), ("maker", master.Maker), ("base_unit", master.BaseUnit),
            ("pack_unit", master.PackUnit)),
        PartyMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("party_class", master.PartyClass),
            ("region", master.Region), ("phone", master.Phone), ("address", master.Address)),
        StoreMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("kind", Known(master.Kind)), ("region", master.Region)),
        DocumentDraft draft => draft.Document is null
            ? new Refusal(RefusalReason.ValueMissing, 0, "document")
            : In(draft.Document),
        Approval approval => First(0, ("document_key", approval.DocumentKey), ("note", approval.Note)),
        Termination given => First(0, ("document_key", given.DocumentKey), ("note", given.Note)),
        Reversal reversal => First(
            0, ("document_key", reversal.DocumentKey), ("document_no", reversal.DocumentNo), ("note", reversal.Note)),
        EmployeeMaster master => First(
            0, ("code", master.Code), ("name", master.Name), ("store_code", master.StoreCode)),
        _ => null,
    };

    private static Refusal? In(Document document)
    {
        var missing = First(
            0, ("kind", Known(document.Kind)), ("document_no", document.DocumentNo), ("key", document.Key),
            ("store_code", document.StoreCode), ("depot_code", document.DepotCode), ("party_code", document.PartyCode),
            ("employee_code", document.EmployeeCode), ("ship_to.country", document.ShipTo.Country),
            ("ship_to.region", document.ShipTo.Region), ("ship_to.province", document.ShipTo.Province),
            ("ship_to.city", document.ShipTo.City), ("tender", Known(document.Tender)),
            ("original_no", document.OriginalNo), ("source", document.Source), ("lines", document.Lines));
        for (var at = 0; missing is null && at < document.Lines.Count; at++)
        {
            var line = document.Lines[at];
            missing = First(at + 1, ("line", line), ("item_code", line?.ItemCode), ("unit", line?.Unit));
        }

        return missing;
    }

    private static object? Known<T>(T choice)
        where T : struct, Enum => Enum.IsDefined(choice) ? choice : null;

    private static Refusal? First(int lineNo, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is null)
            {
                return new Refusal(RefusalReason.ValueMissing, lineNo, name);
            }
        }

        return null;
    }
}
