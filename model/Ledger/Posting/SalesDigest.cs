namespace Analytics.Ledger.Posting;

/// <summary>What <see cref="ContentDigest"/> takes of the parts that only documents around orders have.</summary>
internal static class SalesDigest
{
    public static void Add(Canonical content, Document document)
    {
        Date(content, document.ValidUntil);
        content.Number(document.Reserves ? 1 : 0);
        Date(content, document.ReservesUntil);
        content.Text(document.VehicleNo);
        content.Text(document.Route);
        content.Number(document.CommissionAmount.Units);
        content.Number(document.CommissionTax.Units);
        content.Text(document.OwnerCode);
        if (document.DeemedSale != DeemedSale.None)
        {
            content.Text("deemed_sale");
            content.Number((long)document.DeemedSale);
        }

        if (document.Whole is { } scope)
        {
            // Only where there is one, so that older content stays what it was.
            content.Text("whole");
            content.Text(scope.AreaCode);
            content.Text(scope.CategoryCode);
        }

        foreach (var line in document.Lines)
        {
            content.Number(line.IsBack ? 1 : 0);
            content.Text(line.Vouchers?.Series ?? "");
            content.Number(line.Vouchers?.From ?? None.Id);
            content.Number(line.Vouchers?.To ?? None.Id);
        }
    }

    private static void Date(Canonical content, DateOnly? date) =>
        content.Number(date is { } stated ? Dates.Number(stated) : None.Id);
}
