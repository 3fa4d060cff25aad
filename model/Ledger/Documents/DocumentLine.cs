namespace Analytics.Ledger;

/// <summary>One line of a <see cref="Document"/> as it is handed in. Quantity and amounts are positive whatever the
/// kind; posting gives them their sign.</summary>
public sealed record DocumentLine(string ItemCode, Qty Quantity, Money NetAmount)
{
    /// <summary>The unit the quantity is in: one of the item's; empty means the base unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>VAT on the line.</summary>
    public Money TaxAmount { get; init; }

    /// <summary>VAT rate as a fraction, at most four decimals; null means the item's.</summary>
    public decimal? TaxRate { get; init; }

    /// <summary>Amount with tax, instead of net and tax: net is it ÷ (1 + rate), to the cent, halves away from zero;
    /// tax is the rest.</summary>
    public Money? GrossAmount { get; init; }

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    /// <summary>What was given off the list amount, tax included; informative.</summary>
    public Money DiscountAmount { get; init; }

    /// <summary>The cost the source states for this issue or return; null leaves it to the cost pool.</summary>
    public Money? CostAmount { get; init; }

    /// <summary>On a return: the line of the original document it takes back; 0 where not known.</summary>
    public int OriginalLineNo { get; init; }
}
