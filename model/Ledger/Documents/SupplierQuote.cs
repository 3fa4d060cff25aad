namespace Analytics.Ledger;

/// <summary>What a supplier asks for the goods of one line of an inquiry (供应商报价).</summary>
/// <param name="PartyCode">The supplier.</param>
/// <param name="NetAmount">For the whole quantity of the line, without tax.</param>
public sealed record SupplierQuote(string PartyCode, Money NetAmount)
{
    /// <summary>The last day on which it holds; null where not stated.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Days from the order to the goods; informative.</summary>
    public int DeliveryDays { get; init; }

    public string Note { get; init; } = "";
}
