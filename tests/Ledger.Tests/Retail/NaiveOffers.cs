using Analytics.Ledger.Prices;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>What promotions take off a ticket in all, reckoned piece by piece in yuan.</summary>
internal static class NaiveOffers
{
    public static decimal Off(IReadOnlyList<OfferLine> lines, IReadOnlyList<Offer> offers) => Math.Max(
        InTurn(lines, offers, "bundle single threshold"), InTurn(lines, offers, "threshold bundle single"));

    private static decimal InTurn(IReadOnlyList<OfferLine> lines, IReadOnlyList<Offer> offers, string turns)
    {
        var (free, total) = (lines.ToList(), 0m);
        foreach (var turn in turns.Split(' '))
        {
            total += turn switch
            {
                "bundle" => Bundles(free, offers),
                "single" => Singles(free, offers),
                _ => Threshold(free, offers),
            };
        }

        return total;
    }

    private static decimal Singles(List<OfferLine> free, IReadOnlyList<Offer> offers)
    {
        var total = 0m;
        foreach (var line in free.ToList())
        {
            var best = offers.Where(offer => offer.Covers(line)).Select(offer => Of(line, offer)).Append(0).Max();
            total += best;
            if (best > 0)
            {
                free.Remove(line);
            }
        }

        return total;
    }

    private static decimal Of(OfferLine line, Offer offer)
    {
        var (qty, amount) = (line.Qty / 10_000m, line.Amount / 10_000m);
        if (offer.Kind == PromotionKind.Price)
        {
            return amount - Cents(offer.UnitPrice / 1_000_000m * qty);
        }

        if (offer.Kind == PromotionKind.Discount)
        {
            return Cents(amount * offer.Rate / 1_000_000m);
        }

        if (offer.Kind != PromotionKind.BuyGet)
        {
            return 0;
        }

        // Piece after piece: so many paid for, so many free, and again.
        var free = 0;
        for (var piece = 0; piece < qty; piece++)
        {
            free += piece % ((offer.BuyQty + offer.GetQty) / 10_000) >= offer.BuyQty / 10_000 ? 1 : 0;
        }

        return Cents(amount * free / qty);
    }

    private static decimal Threshold(List<OfferLine> free, IReadOnlyList<Offer> offers)
    {
        var best = (Off: 0m, Lines: new List<OfferLine>());
        foreach (var offer in offers.OrderBy(offer => offer.Code, StringComparer.Ordinal))
        {
            var own = free.Where(offer.Covers).ToList();
            var spent = own.Sum(line => line.Amount) / 10_000m;
            foreach (var term in offer.Terms.Where(term => term.ItemId < 0 && term.Threshold / 10_000m <= spent))
            {
                var off = offer.Kind == PromotionKind.SpendAmountOff
                    ? Math.Min(spent, term.Off / 10_000m)
                    : Cents(spent * term.Rate / 1_000_000m);
                best = off > best.Off ? (off, own) : best;
            }
        }

        best.Lines.ForEach(line => free.Remove(line));
        return best.Off;
    }

    private static decimal Bundles(List<OfferLine> free, IReadOnlyList<Offer> offers)
    {
        var total = 0m;
        var left = offers.Where(offer => offer.Kind == PromotionKind.Bundle)
            .OrderBy(offer => offer.Code, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var (off, lines, offer) = left.Select(one => Bundle(free, one)).MaxBy(one => one.Off);
            if (off <= 0)
            {
                break;
            }

            total += off;
            lines.ForEach(line => free.Remove(line));
            left.Remove(offer);
        }

        return total;
    }

    private static (decimal Off, List<OfferLine> Lines, Offer Offer) Bundle(List<OfferLine> free, Offer offer)
    {
        var pieces = free.Where(offer.Covers)
            .OrderByDescending(line => (decimal)line.Amount / line.Qty).ThenByDescending(line => line.Qty)
            .SelectMany(line => Enumerable.Repeat(line, (int)(line.Qty / 10_000))).ToList();
        var (off, lines) = (0m, new List<OfferLine>());
        while (true)
        {
            var (taken, rest) = (new List<OfferLine>(), pieces.ToList());
            foreach (var term in offer.Terms)
            {
                var own = rest.Where(line => line.ItemId == term.ItemId).Take((int)(term.Qty / 10_000)).ToList();
                taken.AddRange(own);
                own.ForEach(line => rest.Remove(line));
            }

            if (taken.Count < offer.Terms.Sum(term => term.Qty) / 10_000)
            {
                return (off, lines, offer);
            }

            off += taken.Sum(line => (decimal)line.Amount / line.Qty) - (offer.UnitPrice / 1_000_000m);
            lines = [.. lines.Union(taken, ReferenceEqualityComparer.Instance).Cast<OfferLine>()];
            pieces = rest;
        }
    }

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
