using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Prices;

/// <summary>Chooses what promotions take off the lines of a ticket.</summary>
/// <remarks>A line is by one promotion at most. In turn: bundles, the one that saves most first; of the lines left each
/// the one promotion of its own that takes most off; of the lines left then the one threshold (满减、满折) that takes most
/// off, spread by amount. Or the threshold first: whichever way the ticket costs less. A line that states its promotion
/// takes part in no other. Invariants: no line goes below zero; what a ticket costs does not depend on the order of its
/// lines.</remarks>
internal static class Offers
{
    private const long Cent = 100;
    private const long RateScale = 1_000_000;

    /// <summary>What is taken off each line.</summary>
    public static Cut[] Best(IReadOnlyList<OfferLine> lines, IReadOnlyList<Offer> offers)
    {
        var ordered = offers.OrderBy(offer => offer.Code, StringComparer.Ordinal).ToList();
        var usual = Of(lines, ordered, Bundles, Singles, Threshold);
        var thresholdFirst = Of(lines, ordered, Threshold, Bundles, Singles);
        return thresholdFirst.Sum(cut => cut.Off) > usual.Sum(cut => cut.Off) ? thresholdFirst : usual;
    }

    private static Cut[] Of(
        IReadOnlyList<OfferLine> lines, List<Offer> offers,
        params ReadOnlySpan<Action<IReadOnlyList<OfferLine>, List<Offer>, Cut[]>> steps)
    {
        var cuts = new Cut[lines.Count];
        Array.Fill(cuts, Cut.None);
        foreach (var step in steps)
        {
            step(lines, offers, cuts);
        }

        return cuts;
    }

    /// <summary>A line's own promotions: price, discount, buy and get.</summary>
    private static void Singles(IReadOnlyList<OfferLine> lines, List<Offer> offers, Cut[] cuts)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            foreach (var offer in cuts[at] == Cut.None ? offers : [])
            {
                var off = offer.Covers(lines[at]) ? Off(lines[at], offer) : 0;
                cuts[at] = off > cuts[at].Off ? new Cut(offer.PromotionId, off) : cuts[at];
            }
        }
    }

    private static long Off(OfferLine line, Offer offer) => offer.Kind switch
    {
        PromotionKind.Price => Math.Max(0, line.Amount - Cents(offer.UnitPrice, line.Qty, RateScale)),
        PromotionKind.Discount => Math.Min(line.Amount, Cents(line.Amount, offer.Rate, RateScale)),
        PromotionKind.BuyGet => Math.Min(line.Amount, Cents(line.Amount, Free(line.Qty, offer), line.Qty)),
        PromotionKind.Bundle or PromotionKind.SpendAmountOff or PromotionKind.SpendRateOff => 0,
    };

    private static long Free(long qty, Offer offer)
    {
        var (sets, rest) = Math.DivRem(qty, offer.BuyQty + offer.GetQty);
        return (sets * offer.GetQty) + Math.Max(0, rest - offer.BuyQty);
    }

    private static void Threshold(IReadOnlyList<OfferLine> lines, List<Offer> offers, Cut[] cuts)
    {
        var best = (Off: 0L, Offer: (Offer?)null, Lines: new List<int>());
        foreach (var offer in offers)
        {
            var free = Enumerable.Range(0, lines.Count)
                .Where(at => cuts[at] == Cut.None && offer.Covers(lines[at])).ToList();
            var off = Off(free.Sum(at => lines[at].Amount), offer);
            best = off > best.Off ? (off, offer, free) : best;
        }

        var shares = Spreading.By(best.Off, [.. best.Lines.Select(at => lines[at].Amount)]);
        foreach (var (at, share) in best.Lines.Zip(shares))
        {
            cuts[at] = new Cut(best.Offer!.PromotionId, share);
        }
    }

    /// <summary>Of the thresholds reached the one that takes most off.</summary>
    private static long Off(long spent, Offer offer) => offer.Kind switch
    {
        PromotionKind.SpendAmountOff => offer.Terms.Where(term => term.Threshold <= spent)
            .Select(term => Math.Min(term.Off, spent)).DefaultIfEmpty().Max(),
        PromotionKind.SpendRateOff => offer.Terms.Where(term => term.Threshold <= spent)
            .Select(term => Math.Min(spent, Cents(spent, term.Rate, RateScale))).DefaultIfEmpty().Max(),
        PromotionKind.Price or PromotionKind.Discount or PromotionKind.BuyGet or PromotionKind.Bundle => 0,
    };

    private static void Bundles(IReadOnlyList<OfferLine> lines, List<Offer> offers, Cut[] cuts)
    {
        var left = offers.Where(offer => offer.Kind == PromotionKind.Bundle).ToList();
        while (left.Count > 0)
        {
            var found = left.ConvertAll(offer => (Offer: offer, Taken: Bundle(lines, offer, cuts)));
            var (best, taken) = found.MaxBy(one => one.Taken.Off);
            if (taken.Off <= 0)
            {
                return;
            }

            var shares = Spreading.By(taken.Off, [.. taken.Lines.Select(one => one.Amount)]);
            foreach (var ((at, _), share) in taken.Lines.Zip(shares))
            {
                cuts[at] = new Cut(best.PromotionId, share);
            }

            left.Remove(best);
        }
    }

    /// <summary>As many bundles as the free lines hold, of the dearest pieces: what they save, and which lines with
    /// what amounts they are made of.</summary>
    private static (long Off, List<(int At, long Amount)> Lines) Bundle(
        IReadOnlyList<OfferLine> lines, Offer offer, Cut[] cuts)
    {
        var free = Enumerable.Range(0, lines.Count).Where(at => cuts[at] == Cut.None && offer.Covers(lines[at]))
            .OrderByDescending(at => (decimal)lines[at].Amount / lines[at].Qty)
            .ThenByDescending(at => lines[at].Qty).ToList();
        var count = offer.Terms.Select(term =>
            free.Where(at => lines[at].ItemId == term.ItemId).Sum(at => lines[at].Qty) / term.Qty)
            .DefaultIfEmpty().Min();
        var taken = new List<(int At, long Amount)>();
        foreach (var term in offer.Terms)
        {
            var needed = count * term.Qty;
            foreach (var at in free.Where(at => lines[at].ItemId == term.ItemId && needed > 0))
            {
                var part = Math.Min(needed, lines[at].Qty);
                taken.Add((at, part == lines[at].Qty
                    ? lines[at].Amount
                    : Math.Min(lines[at].Amount, Cents(lines[at].Amount, part, lines[at].Qty))));
                needed -= part;
            }
        }

        var price = Cents(offer.UnitPrice, count * Qty.Scale, RateScale);
        return (taken.Sum(one => one.Amount) - price, taken);
    }

    /// <summary>a × b ÷ c to the cent.</summary>
    private static long Cents(long a, long b, long c) => Exact.MulDiv(a, b, checked(c * Cent)) * Cent;
}
