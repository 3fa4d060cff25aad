using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>剩货处理单: goods delivered and not used that a van or a site brings back: taken off what was delivered to the
/// party, and its project where one is named, at the price and cost of each delivery: packs that are scanned off the
/// delivery that brought them, all else off the oldest.</summary>
/// <remarks>As a <see cref="SaleReturn"/> of each of those lines. Its own lines say how much, and no amount: the book
/// has one line for each delivery it takes off, numbered on, each with the custom fields of the line it is part of.
/// </remarks>
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
        var (taking, parts) = (new Taking(desk), new List<(long Given, long Booked)>());
        foreach (var line in desk.Lines)
        {
            var before = taking.LineNo;
            if ((SaleGoods.Unpriced(line) ?? taking.Take(line)) is { } refusal)
            {
                return refusal with { LineNo = (int)line.Row.LineNo };
            }

            for (var lineNo = before + 1; lineNo <= taking.LineNo; lineNo++)
            {
                parts.Add((line.Row.LineNo, lineNo));
            }
        }

        Spread(desk.Draft, parts.ToLookup(part => part.Given, part => part.Booked));
        return null;
    }

    /// <summary>Gives the custom fields of a line to each of those that the book has for it.</summary>
    private static void Spread(Draft draft, ILookup<long, long> lineNos)
    {
        var fields = draft.Other.OfType<DocumentFieldRow>().ToList();
        draft.Other.RemoveAll(row => row is DocumentFieldRow);
        draft.Other.AddRange(fields
            .SelectMany(row => row.DocumentLineNo == 0
                ? [row]
                : lineNos[row.DocumentLineNo].Select(lineNo => row with { DocumentLineNo = lineNo }))
            .Select((row, at) => row with { LineNo = at + 1 }));
    }

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

    /// <summary>What the document takes off deliveries, line after line.</summary>
    private sealed class Taking(PostingDesk desk)
    {
        private readonly Returning returning = new(desk);
        private readonly Dictionary<(long Seq, long LineNo), long> here = [];

        /// <summary>The last line of the book so far.</summary>
        public long LineNo { get; private set; }

        public Refusal? Take(LineDraft line)
        {
            var needed = line.Row.Qty;
            var codes = line.Given.TraceCodes.ToList();
            var sold = desk.State.DeliveredTo(desk.Head, line.Item.ItemId)
                .Select(of => desk.State.DocumentLines(of.Seq).First(one => one.LineNo == of.LineNo)).ToList();
            foreach (var one in codes.Count > 0 ? sold : [])
            {
                var own = codes.FindAll(code => desk.TraceCodes.IsSoldBy(code, SentBy(one)));
                var most = Exact.MulDiv(own.Count * Qty.Scale, line.Row.UnitFactor, ItemUnits.FactorScale);
                var (part, refusal) = Take(line, one, Math.Min(needed, most), own);
                if (refusal is not null)
                {
                    return refusal;
                }

                codes.RemoveAll(code => part > 0 && own.Contains(code));
                needed -= part;
            }

            if (codes.Count > 0)
            {
                return new Refusal(RefusalReason.TraceCodeNotSold, 0, Texts.FirstInvalid(codes[0]) ?? codes[0]);
            }

            foreach (var one in sold.TakeWhile(_ => needed > 0))
            {
                var (part, refusal) = Take(line, one, needed, []);
                if (refusal is not null)
                {
                    return refusal;
                }

                needed -= part;
            }

            return needed == 0 ? null : new Refusal(
                RefusalReason.NothingDelivered, 0,
                $"{line.Given.ItemCode}: {new Qty(line.Row.Qty - needed)} < {line.Given.Quantity}");
        }

        /// <summary>Takes up to a quantity off a sold line, with the packs scanned of it; how much that is.</summary>
        private (long Qty, Refusal? Refusal) Take(
            LineDraft line, DocumentLineRow sold, long most, IReadOnlyList<string> codes)
        {
            var (of, kind) = ((sold.Seq, sold.LineNo), desk.State.DocumentRow(sold.Seq).Kind);
            var followed = desk.State.Followed(sold.Seq, sold.LineNo);
            var before = Back.Sum(name => followed.GetValueOrDefault(name)) + here.GetValueOrDefault(of);
            var part = Math.Min(most, Math.Min(sold.Qty - before, returning.Open(sold, kind)));
            if (part <= 0)
            {
                return (0, null);
            }

            here[of] = here.GetValueOrDefault(of) + part;
            var taken = Part(line, sold, (before, before + part), ++LineNo);
            return (part, returning.Linked(
                taken with { Given = line.Given with { TraceCodes = codes } }, sold, kind));
        }

        /// <summary>The entry that sent a sold line's goods to the customer: of a signed delivery its note.</summary>
        private long SentBy(DocumentLineRow sold) =>
            desk.State.DocumentRow(sold.Seq).Kind == Dispatches.Receipt ? sold.OriginalSeq : sold.Seq;
    }
}
