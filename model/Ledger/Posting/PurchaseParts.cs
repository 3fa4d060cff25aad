using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What only documents of purchase and invoices say: refused on others, checked on these, part of a document's
/// content.</summary>
internal static class PurchaseParts
{
    // 9 billion, as on lines.
    private const long Most = 90_000_000_000_000;

    /// <summary>Why the parts are not those the kind takes, or cannot be; null where they are.</summary>
    public static Refusal? Invalid(Document document, DocumentForm form)
    {
        var refusal = document.IsEstimated && !form.Has(DocumentParts.Estimate) ? NotTaken(document, 0, "is_estimated")
            : document.Spread != SpreadBasis.None && !form.Has(DocumentParts.Spread) ? NotTaken(document, 0, "spread")
            : InvoiceHead(document, form);
        for (var at = 0; refusal is null && at < document.Lines.Count; at++)
        {
            refusal = Invalid(document, document.Lines[at], at + 1, form);
        }

        return refusal;
    }

    public static Refusal? Missing(Document document) =>
        Posting.Missing.First(0, ("spread", Posting.Missing.Known(document.Spread)))
        ?? (document.Invoice is { } invoice
            ? Posting.Missing.First(
                0, ("invoice.kind", Posting.Missing.Known(invoice.Kind)), ("invoice.no", invoice.InvoiceNo),
                ("invoice.code", invoice.InvoiceCode), ("invoice.red_info_no", invoice.RedInfoNo),
                ("invoice.estimate", Posting.Missing.Known(invoice.Estimate)))
            : null);

    public static Refusal? Missing(DocumentLine line, int lineNo) =>
        Posting.Missing.First(
            lineNo, ("quotes", line.Quotes), ("supplier_code", line.SupplierCode), ("reason", line.Reason))
        ?? line.Quotes.Select(quote => Posting.Missing.First(
            lineNo, ("quote", quote), ("quote.party_code", quote?.PartyCode), ("quote.note", quote?.Note)))
            .FirstOrDefault(one => one is not null);

    public static void AddTo(Canonical content, Document document)
    {
        content.Number(document.IsEstimated ? 1 : 0);
        content.Number((long)document.Spread);
        content.Number(document.Invoice is null ? 0 : 1);
        if (document.Invoice is { } invoice)
        {
            content.Number((long)invoice.Kind);
            content.Text(invoice.InvoiceNo);
            content.Text(invoice.InvoiceCode);
            content.Text(invoice.RedInfoNo);
            content.Number(invoice.IssuedOn is { } day ? Dates.Number(day) : None.Id);
            content.Number((long)invoice.Estimate);
        }
    }

    public static void AddTo(Canonical content, DocumentLine line)
    {
        content.Text(line.SupplierCode);
        content.Text(line.Reason);
        content.Number(line.RejectedQuantity.Units);
        content.Number(line.Quotes.Count);
        foreach (var quote in line.Quotes)
        {
            content.Text(quote.PartyCode);
            content.Number(quote.NetAmount.Units);
            content.Number(quote.ValidTo is { } day ? Dates.Number(day) : None.Id);
            content.Number(quote.DeliveryDays);
            content.Text(quote.Note);
        }
    }

    /// <summary>Why a party may not be bought from; null where it may.</summary>
    public static Refusal? NotASupplier(PartyRow party, int lineNo) =>
        party.IsSupplier == 0 ? new Refusal(RefusalReason.WrongPartyRole, lineNo, party.PartyCode)
        : party.IsActive == 0 ? new Refusal(RefusalReason.InactiveParty, lineNo, party.PartyCode)
        : null;

    private static Refusal? InvoiceHead(Document document, DocumentForm form)
    {
        if (document.Invoice is not { } invoice)
        {
            return form.Has(DocumentParts.Invoice) ? new Refusal(RefusalReason.CodeMissing, 0, "invoice_no") : null;
        }

        return !form.Has(DocumentParts.Invoice) ? NotTaken(document, 0, "invoice")
            : invoice.InvoiceNo.Length == 0 ? new Refusal(RefusalReason.CodeMissing, 0, "invoice_no")
            : invoice.IssuedOn is { } day && !Dates.IsInRange(day)
                ? new Refusal(RefusalReason.DateOutOfRange, 0, Dates.Text(day))
            : Texts.FirstInvalid(invoice.InvoiceNo, invoice.InvoiceCode, invoice.RedInfoNo) is { } text
                ? new Refusal(RefusalReason.TextInvalid, 0, text)
            : null;
    }

    private static Refusal? Invalid(Document document, DocumentLine line, int lineNo, DocumentForm form) =>
        line.Quotes.Count > 0 && !form.Has(DocumentParts.Quotes) ? NotTaken(document, lineNo, "quotes")
        : line.SupplierCode.Length > 0 && !form.Has(DocumentParts.Choice) ? NotTaken(document, lineNo, "supplier_code")
        : line.RejectedQuantity != Qty.Zero && !form.Has(DocumentParts.Rejects)
            ? NotTaken(document, lineNo, "rejected_quantity")
        : line.Reason.Length > 0 && !form.Has(DocumentParts.Choice) && !form.Has(DocumentParts.Rejects)
            ? NotTaken(document, lineNo, "reason")
        : line.RejectedQuantity < Qty.Zero
            ? new Refusal(RefusalReason.AmountNegative, lineNo, line.RejectedQuantity.ToString())
        : Texts.FirstInvalid(line.SupplierCode, line.Reason) is { } text
            ? new Refusal(RefusalReason.TextInvalid, lineNo, text)
        : line.Quotes.Select(quote => Invalid(quote, lineNo)).FirstOrDefault(one => one is not null);

    private static Refusal? Invalid(SupplierQuote quote, int lineNo) =>
        quote.NetAmount < Money.Zero
            ? new Refusal(RefusalReason.AmountNegative, lineNo, quote.NetAmount.ToString())
        : quote.NetAmount.Units > Most || quote.DeliveryDays is < 0 or > 36_500
            ? new Refusal(RefusalReason.AmountTooLarge, lineNo, quote.PartyCode)
        : quote.ValidTo is { } day && !Dates.IsInRange(day)
            ? new Refusal(RefusalReason.DateOutOfRange, lineNo, Dates.Text(day))
        : Texts.FirstInvalid(quote.PartyCode, quote.Note) is { } text
            ? new Refusal(RefusalReason.TextInvalid, lineNo, text)
        : null;

    private static Refusal NotTaken(Document document, int lineNo, string part) =>
        new(RefusalReason.PartNotTaken, lineNo, $"{DocumentKinds.Name(document.Kind)}: {part}");
}
