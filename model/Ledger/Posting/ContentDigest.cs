namespace Analytics.Ledger.Posting;

/// <summary>What makes two documents the same content: everything the caller said but key and source.</summary>
internal static class ContentDigest
{
    public static string Of(Document document)
    {
        var content = new Canonical();
        content.Text(DocumentKinds.Name(document.Kind));
        content.Text(document.DocumentNo);
        content.Number(document.BusinessAt.ToUnixTimeMilliseconds());
        content.Text(document.StoreCode);
        content.Text(document.DepotCode);
        content.Text(document.PartyCode);
        content.Text(document.EmployeeCode);
        content.Text(document.ShipTo.Country);
        content.Text(document.ShipTo.Region);
        content.Text(document.ShipTo.Province);
        content.Text(document.ShipTo.City);
        content.Number((long)document.Tender);
        content.Text(document.OriginalNo);
        foreach (var line in document.Lines)
        {
            content.Text(line.ItemCode);
            content.Text(line.Unit);
            content.Number(line.Quantity.Units);
            content.Number(line.NetAmount.Units);
            content.Number(line.TaxAmount.Units);
            content.Number(line.DiscountAmount.Units);
            content.Number(line.CostAmount.HasValue ? 1 : 0);
            content.Number(line.CostAmount?.Units ?? 0);
            content.Number(line.OriginalLineNo);
        }

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
}
