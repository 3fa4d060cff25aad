using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>询价单: what was asked of suppliers, and what each of them quoted for each line.</summary>
/// <remarks>Moves nothing and owes nothing. A comparison chooses among the quotes.</remarks>
internal static class PurchaseInquiry
{
    private const int MostQuotes = 1_000;

    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Quotes, Move, static _ => { })
        {
            Follows = [DocumentKind.PurchaseRequisition, DocumentKind.PurchasePlan], IsPlan = true,
        };

    private static Refusal? Move(PostingDesk desk)
    {
        var count = 0L;
        foreach (var line in desk.Lines)
        {
            desk.Plan(line);
            var quoted = new HashSet<string>(StringComparer.Ordinal);
            foreach (var quote in line.Given.Quotes)
            {
                var (row, refusal) = Resolve(desk, quote, (int)line.Row.LineNo);
                if (refusal is not null)
                {
                    return refusal;
                }

                if (!quoted.Add(quote.PartyCode))
                {
                    return new Refusal(RefusalReason.QuotedTwice, (int)line.Row.LineNo, quote.PartyCode);
                }

                desk.Draft.Other.Add(row! with { LineNo = ++count });
            }
        }

        return count <= MostQuotes * desk.Lines.Count
            ? null
            : new Refusal(RefusalReason.TooManyLines, 0, "quotes");
    }

    private static (SupplierQuoteRow? Row, Refusal? Refusal) Resolve(PostingDesk desk, SupplierQuote quote, int lineNo)
    {
        if (desk.State.Party(quote.PartyCode) is not { } party)
        {
            return (null, new Refusal(RefusalReason.UnknownParty, lineNo, quote.PartyCode));
        }

        if (PurchaseParts.NotASupplier(party, lineNo) is { } wrong)
        {
            return (null, wrong);
        }

        return (new SupplierQuoteRow
        {
            Seq = desk.Head.Seq,
            DocumentLineNo = lineNo,
            PartyId = party.PartyId,
            NetAmount = quote.NetAmount.Units,
            ValidTo = quote.ValidTo is { } day ? Dates.Number(day) : None.Id,
            DeliveryDays = quote.DeliveryDays,
            Note = quote.Note,
        }, null);
    }
}
