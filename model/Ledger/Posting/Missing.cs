namespace Analytics.Ledger.Posting;

/// <summary>What the compiler promises and a caller can still break: nothing that is handed in is null, no choice is
/// outside its list.</summary>
/// <remarks>Found before posting, so that it is refused to its caller and does not fail the group it is committed in.
/// </remarks>
internal static partial class Missing
{
    public static Refusal? In(Submission? submission)
    {
        if (submission is null)
        {
            return new Refusal(RefusalReason.ValueMissing, 0, "submission");
        }

        return First(0, ("actor", submission.Actor))
            ?? submission switch
            {
                Document document => In(document),
                Voucher voucher => MissingInVoucher.In(voucher),
                DocumentDraft draft => First(0, ("document", draft.Document)) ?? In(draft.Document),
                VoucherDraft draft => First(0, ("voucher", draft.Voucher)) ?? MissingInVoucher.In(draft.Voucher),
                Approval approval => First(0, ("document_key", approval.DocumentKey), ("note", approval.Note)),
                Termination given => First(0, ("document_key", given.DocumentKey), ("note", given.Note),
                    ("reason_code", given.ReasonCode)),
                Reversal reversal => First(
                    0, ("document_key", reversal.DocumentKey), ("document_no", reversal.DocumentNo),
                    ("note", reversal.Note)),
                StockFreeze freeze => First(
                    0, ("item_code", freeze.ItemCode), ("batch_no", freeze.BatchNo), ("lot_no", freeze.LotNo),
                    ("depot_code", freeze.DepotCode), ("reason", freeze.Reason)),
                _ => InMaster(submission),
            };
    }

    private static Refusal? In(Document document) => First(
        0, ("kind", Known(document.Kind)), ("document_no", document.DocumentNo), ("key", document.Key),
        ("store_code", document.StoreCode), ("depot_code", document.DepotCode), ("party_code", document.PartyCode),
        ("settlement_party_code", document.SettlementPartyCode), ("employee_code", document.EmployeeCode),
        ("to_depot_code", document.ToDepotCode),
        ("reason_code", document.ReasonCode), ("till_code", document.TillCode),
        ("shift_no", document.ShiftNo), ("project_code", document.ProjectCode),
        ("channel_code", document.ChannelCode), ("note", document.Note),
        ("employees", document.Employees), ("attachments", document.Attachments),
        ("ship_to.country", document.ShipTo.Country), ("ship_to.region", document.ShipTo.Region),
        ("ship_to.province", document.ShipTo.Province), ("ship_to.city", document.ShipTo.City),
        ("tender", Known(document.Tender)), ("original_no", document.OriginalNo), ("source", document.Source),
        ("contra_account", document.ContraAccount), ("lines", document.Lines),
        ("vehicle_no", document.VehicleNo), ("route", document.Route), ("owner_code", document.OwnerCode),
        ("deemed_sale", Known(document.DeemedSale)),
        ("whole.area_code", document.Whole is { } area ? area.AreaCode : ""),
        ("whole.category_code", document.Whole is { } scope ? scope.CategoryCode : ""))
        ?? Each(document.Employees, (one, _) => First(
            0, ("employee", one), ("employee.role", one?.Role), ("employee.code", one?.EmployeeCode)))
        ?? Each(document.Attachments, (one, _) => First(
            0, ("attachment", one), ("attachment.sha256", one?.Sha256), ("attachment.file_name", one?.FileName),
            ("attachment.media_type", one?.MediaType)))
        ?? Fields(0, document.Fields)
        ?? Each(document.Lines, In)
        ?? MissingInVoucher.In(document) ?? PurchaseParts.Missing(document) ?? TenderParts.Missing(document);

    private static Refusal? In(DocumentLine line, int lineNo) =>
        First(lineNo, ("line", line), ("item_code", line?.ItemCode), ("unit", line?.Unit))
        ?? First(
            lineNo, ("purpose", Known(line!.Purpose)), ("promotion_code", line.PromotionCode),
            ("original_no", line.OriginalNo),
            ("vouchers.series", line.Vouchers is { } vouchers ? vouchers.Series : ""))
        ?? Fields(lineNo, line!.Fields) ?? InBatch(lineNo, line) ?? PurchaseParts.Missing(line, lineNo);

    private static Refusal? Fields(int lineNo, IReadOnlyList<FieldValue> fields) =>
        First(lineNo, ("fields", fields))
        ?? Each(fields, (field, _) => First(
            lineNo, ("field", field), ("field.name", field?.Name), ("field.value", field?.Value)));

    private static Refusal? Each<T>(IReadOnlyList<T> list, Func<T, int, Refusal?> check)
    {
        for (var at = 0; at < list.Count; at++)
        {
            if (check(list[at], at + 1) is { } missing)
            {
                return missing;
            }
        }

        return null;
    }

    private static Refusal? InBatch(int lineNo, DocumentLine line) =>
        First(
            lineNo, ("batch_no", line.BatchNo), ("lot_no", line.LotNo), ("supplier_batch_no", line.SupplierBatchNo),
            ("expires_on", line.ExpiresOn), ("bin_code", line.BinCode), ("to_bin_code", line.ToBinCode),
            ("pick_reason", line.PickReason),
            ("trace_codes", line.TraceCodes))
        ?? (line.TraceCodes.Any(code => code is null)
            ? new Refusal(RefusalReason.ValueMissing, lineNo, "trace_codes")
            : null);

    internal static object? Known<T>(T choice)
        where T : struct, Enum => Enum.IsDefined(choice) ? choice : null;

    internal static Refusal? First(int lineNo, params ReadOnlySpan<(string Name, object? Value)> values)
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
