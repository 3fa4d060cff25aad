using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>比价单: chooses for each line one of the quotes of the inquiry it follows; the order follows it.</summary>
/// <remarks>A line costs what was quoted, by its share of the quantity. A quote that is not the cheapest of those that
/// still hold needs a reason. Moves nothing and owes nothing.</remarks>
internal static class PurchaseComparison
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Choice, Move, static _ => { })
        {
            Follows = [DocumentKind.PurchaseInquiry], IsPlan = true,
        };

    private static Refusal? Move(PostingDesk desk)
    {
        var quotes = new Dictionary<long, IReadOnlyList<SupplierQuoteRow>>();
        foreach (var line in desk.Lines)
        {
            if (Choose(desk, line, quotes) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>Why an order may not follow a line of a comparison; null where it is the supplier's that was chosen.
    /// </summary>
    public static Refusal? NotChosen(PostingDesk desk, LineDraft line)
    {
        var (seq, lineNo) = (line.Row.OriginalSeq, line.Row.OriginalLineNo);
        return seq <= 0 ? null
            : desk.State.OtherRows<QuoteChoiceRow>(seq)
                .FirstOrDefault(row => row.DocumentLineNo == lineNo) is { } choice
                && choice.PartyId != desk.Head.PartyId
                ? new Refusal(RefusalReason.OriginalOfOther, (int)line.Row.LineNo, line.Given.ItemCode)
            : null;
    }

    private static Refusal? Choose(
        PostingDesk desk, LineDraft line, Dictionary<long, IReadOnlyList<SupplierQuoteRow>> quotes)
    {
        var (given, lineNo, inquiry) = (line.Given, (int)line.Row.LineNo, line.Row.OriginalSeq);
        if (inquiry <= 0)
        {
            return new Refusal(RefusalReason.UnknownOriginal, lineNo, given.ItemCode);
        }

        if (!quotes.TryGetValue(inquiry, out var ofInquiry))
        {
            ofInquiry = desk.State.OtherRows<SupplierQuoteRow>(inquiry);
            quotes.Add(inquiry, ofInquiry);
        }

        var held = ofInquiry.Where(quote => quote.DocumentLineNo == line.Row.OriginalLineNo
                && (quote.ValidTo == None.Id || quote.ValidTo >= desk.Head.BusinessDate))
            .OrderBy(quote => quote.NetAmount).ThenBy(quote => quote.LineNo).ToList();
        var supplier = desk.State.Party(given.SupplierCode);
        if (held.Find(quote => quote.PartyId == supplier?.PartyId) is not { } chosen)
        {
            return new Refusal(RefusalReason.NotQuoted, lineNo, given.SupplierCode);
        }

        if (chosen.NetAmount > held[0].NetAmount && given.Reason.Length == 0)
        {
            return new Refusal(RefusalReason.ChoiceUnexplained, lineNo, string.Concat(
                new Money(chosen.NetAmount).ToString(), " > ", new Money(held[0].NetAmount).ToString()));
        }

        var asked = desk.State.DocumentLines(inquiry).First(one => one.LineNo == line.Row.OriginalLineNo);
        var net = Exact.MulDiv(chosen.NetAmount, line.Row.Qty, asked.Qty);
        if (line.Row.NetAmount != 0 && line.Row.NetAmount != net)
        {
            return new Refusal(RefusalReason.NotQuoted, lineNo, new Money(line.Row.NetAmount).ToString());
        }

        desk.Plan(line with { Row = line.Row with { NetAmount = net } });
        desk.Draft.Other.Add(new QuoteChoiceRow
        {
            Seq = desk.Head.Seq,
            LineNo = lineNo,
            DocumentLineNo = lineNo,
            PartyId = chosen.PartyId,
            QuoteSeq = chosen.Seq,
            QuoteLineNo = chosen.LineNo,
            CheapestLineNo = held[0].LineNo,
            Reason = given.Reason,
        });
        return null;
    }
}
