namespace Analytics.Ledger;

/// <summary>A term of a promotion: an item of a bundle and how many of it, or what is given off from which amount spent
/// on.</summary>
public sealed record PromotionTerm
{
    /// <summary>Of a bundle.</summary>
    public string ItemCode { get; init; } = "";

    /// <summary>Of a bundle: in the base unit.</summary>
    public Qty Quantity { get; init; }

    /// <summary>Of what is given off an amount spent: the least amount, tax included.</summary>
    public Money Threshold { get; init; }

    /// <summary>Of 满减: what is given off.</summary>
    public Money Off { get; init; }

    /// <summary>Of 满折: the fraction that is given off.</summary>
    public decimal OffRate { get; init; }
}
