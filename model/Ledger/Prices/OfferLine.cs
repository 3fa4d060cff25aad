namespace Analytics.Ledger.Prices;

/// <summary>A line as promotions see it.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Categories">Its category and those above.</param>
/// <param name="Qty">In the base unit, ×10⁴, above zero.</param>
/// <param name="Amount">What it costs without any promotion, tax included, ×10⁴.</param>
/// <param name="StatedId">The promotion it states; −1 leaves it to the best.</param>
internal sealed record OfferLine(
    long ItemId, IReadOnlyList<long> Categories, long Qty, long Amount, long StatedId = -1);
