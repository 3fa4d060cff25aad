namespace Analytics.Ledger.Prices;

/// <summary>A promotion that holds on the day, in the store and for the customer of a ticket.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Code">Of two that give the same off the first by code is taken.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Items">The items it holds for; none named means all.</param>
/// <param name="Categories">The categories it holds for; none named means all.</param>
internal sealed record Offer(
    long PromotionId, string Code, PromotionKind Kind, IReadOnlySet<long> Items, IReadOnlySet<long> Categories)
{
    /// <summary>Of a base unit or of a bundle, ×10⁶.</summary>
    public long UnitPrice { get; init; }

    /// <summary>Given off, ×10⁶.</summary>
    public long Rate { get; init; }

    public long BuyQty { get; init; }

    public long GetQty { get; init; }

    public IReadOnlyList<OfferTerm> Terms { get; init; } = [];

    public bool Covers(OfferLine line) =>
        (line.StatedId < 0 || line.StatedId == PromotionId)
        && (Items.Count == 0 || Items.Contains(line.ItemId))
        && (Categories.Count == 0 || line.Categories.Any(Categories.Contains));
}
