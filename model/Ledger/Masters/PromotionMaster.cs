namespace Analytics.Ledger;

/// <summary>A version of a promotion (促销), from a day to a day.</summary>
public sealed record PromotionMaster(
    string Code, string Name, PromotionKind Kind, DateOnly ValidFrom, DateOnly ValidTo) : Submission
{
    /// <summary>Of a base unit or a bundle, tax included; at most six decimals.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>As a fraction: 0.2 is 20 % off.</summary>
    public decimal DiscountRate { get; init; }

    public Qty BuyQty { get; init; }

    public Qty GetQty { get; init; }

    /// <summary>What it holds for; of a kind that is not named it holds for all.</summary>
    public IReadOnlyList<PromotionScope> Scopes { get; init; } = [];

    /// <summary>Of a bundle its items; of 满减 and 满折 their thresholds.</summary>
    public IReadOnlyList<PromotionTerm> Terms { get; init; } = [];

    public bool IsActive { get; init; } = true;
}
