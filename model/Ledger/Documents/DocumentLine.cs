namespace Analytics.Ledger;

/// <summary>One line of a <see cref="Document"/> as it is handed in. Quantity and amounts are positive whatever the
/// kind; posting gives them their sign.</summary>
public sealed record DocumentLine(string ItemCode, Qty Quantity, Money NetAmount)
{
    /// <summary>The unit the quantity is in: the item's base or pack unit; empty means the base unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>VAT on the line.</summary>
    public Money TaxAmount { get; init; }

    /// <summary>What was given off the list amount, tax included; informative.</summary>
    public Money DiscountAmount { get; init; }

    /// <summary>The cost the source states for this issue or return; null leaves it to the cost pool.</summary>
    public Money? CostAmount { get; init; }

    /// <summary>On a return: the line of the original document it takes back; 0 where not known.</summary>
    public int OriginalLineNo { get; init; }
}
