using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>剩货处理单: goods delivered and not used that a van or a site brings back: taken off what was delivered to the
/// party, and its project where one is named, the oldest first, at the price and cost of each delivery.</summary>
/// <remarks>As a <see cref="SaleReturn"/> of each of those lines. Its own lines say how much, and no amount: the book
/// has one line for each delivery it takes off, numbered on.</remarks>
internal static class LeftoverReturn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Sale.Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true,
    };

    private static readonly string[] Back =
        [DocumentKinds.Name(DocumentKind.SaleReturn), DocumentKinds.Name(DocumentKind.LeftoverReturn)];

    private static Refusal? Move(PostingDesk desk)
    {
        var returning = new Returning(desk);
        var here = new Dictionary<(long Seq, long LineNo), long>();
        var lineNo = 0L;
        foreach (var line in desk.Lines)
        {
            if (Unfit(line) is { } unfit)
            {
                return unfit;
            }

            var needed = line.Row.Qty;
            foreach (var (seq, no) in desk.State.DeliveredTo(desk.Head, line.Item.ItemId).TakeWhile(_ => needed > 0))
            {
                var sold = desk.State.DocumentLines(seq).First(one => one.LineNo == no);
                var kind = desk.State.DocumentRow(seq).Kind;
                var followed = desk.State.Followed(seq, no);
                var before = Back.Sum(name => followed.GetValueOrDefault(name)) + here.GetValueOrDefault((seq, no));
                var part = Math.Min(needed, Math.Min(sold.Qty - before, returning.Open(sold, kind)));
                if (part <= 0)
                {
                    continue;
                }

                var taken = Part(line, sold, (before, before + part), ++lineNo);
                if (returning.Linked(taken, sold, kind) is { } refusal)
                {
                    return refusal with { LineNo = (int)line.Row.LineNo };
                }

                here[(seq, no)] = here.GetValueOrDefault((seq, no)) + part;
                needed -= part;
            }

            if (needed > 0)
            {
                return new Refusal(
                    RefusalReason.NothingDelivered, (int)line.Row.LineNo,
                    $"{line.Given.ItemCode}: {new Qty(line.Row.Qty - needed)} < {line.Given.Quantity}");
            }
        }

        return null;
    }

    private static Refusal? Unfit(LineDraft line) => SaleGoods.Unpriced(line)
        ?? (line.Given.Fields.Count + line.Given.TraceCodes.Count > 0
            ? new Refusal(RefusalReason.PartNotTaken, (int)line.Row.LineNo, "leftover_return: fields, trace_codes")
            : null);

    /// <summary>A part of the line, at its share of a sold line, rounded so that all parts are the whole.</summary>
    private static LineDraft Part(LineDraft line, DocumentLineRow sold, (long From, long To) of, long lineNo)
    {
        var row = line.Row with
        {
            LineNo = lineNo,
            Purpose = sold.Purpose,
            EnteredUnit = line.Item.BaseUnit,
            EnteredQty = of.To - of.From,
            UnitFactor = ItemUnits.FactorScale,
            Qty = of.To - of.From,
            ListAmount = Share(sold.ListAmount),
            NetAmount = Share(sold.NetAmount),
            TaxAmount = Share(sold.TaxAmount),
            TaxRate = sold.TaxRate,
            DiscountAmount = Share(sold.DiscountAmount),
            OriginalSeq = sold.Seq,
            OriginalLineNo = sold.LineNo,
        };
        return line with { Row = row };

        long Share(long amount) =>
            Exact.MulDiv(amount, of.To, sold.Qty) - Exact.MulDiv(amount, of.From, sold.Qty);
    }
}
