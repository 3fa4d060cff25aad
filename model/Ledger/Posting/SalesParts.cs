namespace Analytics.Ledger.Posting;

/// <summary>The parts that only documents around orders have: refused where a kind does not take them.</summary>
internal static class SalesParts
{
    // 9 billion, as on lines.
    private const long Most = 90_000_000_000_000;

    public static Refusal? Refused(Document document, DocumentForm form)
    {
        (string Name, bool IsThere, DocumentParts Part)[] parts =
        [
            ("valid_until", document.ValidUntil is not null, DocumentParts.ValidUntil),
            ("reserves", document.Reserves || document.ReservesUntil is not null, DocumentParts.Reserving),
            ("vehicle_no", document.VehicleNo.Length + document.Route.Length > 0, DocumentParts.Carriage),
            ("commission_amount", document.CommissionAmount != Money.Zero || document.CommissionTax != Money.Zero,
                DocumentParts.Commission),
            ("deemed_sale", document.DeemedSale != DeemedSale.None, DocumentParts.DeemedSale),
            ("whole", document.Whole is not null, DocumentParts.Whole),
            ("owner_code", document.OwnerCode.Length > 0, DocumentParts.Owner),
        ];
        foreach (var (name, isThere, part) in parts)
        {
            if (isThere && !form.Has(part))
            {
                return NotTaken(document, name, 0);
            }
        }

        return Commission(document) ?? Lines(document, form);
    }

    private static Refusal? Commission(Document document)
    {
        var (amount, tax) = (document.CommissionAmount, document.CommissionTax);
        return amount < Money.Zero || tax < Money.Zero || tax > amount
                ? new Refusal(RefusalReason.AmountNegative, 0, $"{amount}, {tax}")
            : amount.Units > Most ? new Refusal(RefusalReason.AmountTooLarge, 0, amount.ToString())
            : null;
    }

    private static Refusal? Lines(Document document, DocumentForm form)
    {
        for (var at = 0; at < document.Lines.Count; at++)
        {
            var line = document.Lines[at];
            if (line.IsBack && !form.Has(DocumentParts.Back))
            {
                return NotTaken(document, "is_back", at + 1);
            }

            if (line.Vouchers is not null && !form.Has(DocumentParts.Vouchers))
            {
                return NotTaken(document, "vouchers", at + 1);
            }
        }

        return null;
    }

    private static Refusal NotTaken(Document document, string part, int lineNo) =>
        new(RefusalReason.PartNotTaken, lineNo, $"{DocumentKinds.Name(document.Kind)}: {part}");
}
