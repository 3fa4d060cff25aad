namespace Analytics.Ledger.Posting;

/// <summary>What makes two documents the same content: everything the caller said but key, source and actor.</summary>
internal static class ContentDigest
{
    public static string Of(Document document)
    {
        var content = new Canonical();
        Head(content, document);
        foreach (var line in document.Lines)
        {
            content.Text(line.ItemCode);
            content.Text(line.Unit);
            content.Number(line.Quantity.Units);
            content.Number(line.NetAmount.Units);
            content.Number(line.TaxAmount.Units);
            Optional(content, line.TaxRate is { } rate ? Scaled(rate) : null);
            Optional(content, line.GrossAmount?.Units);
            content.Number(line.DiscountAmount.Units);
            Optional(content, line.CostAmount?.Units);
            content.Number((long)line.Purpose);
            content.Text(line.PromotionCode);
            Optional(content, line.ListAmount?.Units);
            content.Text(line.OriginalNo);
            content.Number(line.OriginalLineNo);
            content.Number(line.MadeShare);
            Fields(content, line.Fields);
            Batch(content, line);
            PurchaseParts.AddTo(content, line);
        }

        VoucherDigest.AddMoney(content, document);
        PurchaseParts.AddTo(content, document);
        SalesDigest.Add(content, document);
        TenderParts.Add(content, document);
        return content.Hash();
    }

    /// <summary>A party's personal fields under a salt, so that the digest alone does not give them away.</summary>
    public static string Of(PartyMaster party, string salt)
    {
        var content = new Canonical();
        content.Text(salt);
        content.Text(party.Name);
        content.Text(party.Phone);
        content.Text(party.Address);
        return content.Hash();
    }

    private static void Head(Canonical content, Document document)
    {
        content.Text(DocumentKinds.Name(document.Kind));
        content.Text(document.DocumentNo);
        content.Number(document.BusinessAt.ToUnixTimeMilliseconds());
        content.Text(document.StoreCode);
        content.Text(document.DepotCode);
        content.Text(document.ToDepotCode);
        content.Text(document.PartyCode);
        content.Text(document.SettlementPartyCode);
        content.Text(document.EmployeeCode);
        content.Text(document.ProjectCode);
        content.Text(document.ChannelCode);
        content.Text(document.ShipTo.Country);
        content.Text(document.ShipTo.Region);
        content.Text(document.ShipTo.Province);
        content.Text(document.ShipTo.City);
        content.Number((long)document.Tender);
        content.Text(document.ReasonCode);
        content.Number(document.ExpectedOn is { } expected ? Dates.Number(expected) : None.Id);
        content.Text(document.TillCode);
        content.Text(document.ShiftNo);
        content.Text(document.Note);
        content.Text(document.OriginalNo);
        content.Number(document.FeeAmount.Units);
        content.Number(document.FeeTaxAmount.Units);
        content.Text(document.ContraAccount);
        content.Number(document.Employees.Count);
        foreach (var employee in document.Employees)
        {
            content.Text(employee.Role);
            content.Text(employee.EmployeeCode);
            content.Number(Scaled(employee.Share));
        }

        content.Number(document.Attachments.Count);
        foreach (var attachment in document.Attachments)
        {
            content.Text(attachment.Sha256);
            content.Text(attachment.FileName);
            content.Text(attachment.MediaType);
            content.Number(attachment.ByteCount);
        }

        Fields(content, document.Fields);
    }

    private static void Fields(Canonical content, IReadOnlyList<FieldValue> fields)
    {
        content.Number(fields.Count);
        foreach (var field in CustomFields.InOrder(fields))
        {
            content.Text(field.Name);
            content.Text(field.Value);
        }
    }

    // Rates and shares that were not refused are fractions of at most six decimals.
    private static long Scaled(decimal fraction) => (long)(Math.Clamp(fraction, -1000, 1000) * 1_000_000);

    private static void Optional(Canonical content, long? number)
    {
        content.Number(number.HasValue ? 1 : 0);
        content.Number(number ?? 0);
    }

    private static void Batch(Canonical content, DocumentLine line)
    {
        content.Text(line.BatchNo);
        content.Text(line.LotNo);
        content.Text(line.SupplierBatchNo);
        content.Number(line.ProducedOn is { } produced ? Dates.Number(produced) : None.Id);
        content.Text(line.ExpiresOn);
        content.Text(line.BinCode);
        content.Text(line.ToBinCode);
        content.Text(line.PickReason);
        content.Number(line.TraceCodes.Count);
        foreach (var code in line.TraceCodes)
        {
            content.Text(code);
        }
    }
}
