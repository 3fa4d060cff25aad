namespace Analytics.Ledger.Purchasing;

/// <summary>What was paid for an item once: a line of a receipt that stands.</summary>
/// <param name="ItemId">Durable id.</param>
/// <param name="PartyId">The supplier, durable id; −1 of nobody.</param>
/// <param name="Seq">The receipt's entry.</param>
/// <param name="LineNo">Its line.</param>
/// <param name="BusinessAt">When it was received.</param>
/// <param name="Quantity">In the base unit.</param>
/// <param name="NetAmount">Without tax.</param>
/// <param name="TaxAmount">The tax on it.</param>
public sealed record PurchasePrice(
    long ItemId, long PartyId, long Seq, int LineNo, DateTimeOffset BusinessAt, Qty Quantity, Money NetAmount,
    Money TaxAmount)
{
    public string PartyCode { get; init; } = "";

    /// <summary>As it is called now; empty of nobody, and once erased.</summary>
    public string PartyName { get; init; } = "";

    public string ItemCode { get; init; } = "";

    /// <summary>As it is called now.</summary>
    public string ItemName { get; init; } = "";

    /// <summary>Of one base unit, without tax, six decimals.</summary>
    public decimal NetPrice => Round(NetAmount);

    /// <summary>Of one base unit, with tax, six decimals.</summary>
    public decimal GrossPrice => Round(NetAmount + TaxAmount);

    private decimal Round(Money amount) =>
        Math.Round(amount.ToDecimal() / Quantity.ToDecimal(), 6, MidpointRounding.AwayFromZero);
}
