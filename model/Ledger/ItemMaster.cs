namespace Analytics.Ledger;

/// <summary>A version of an item (商品). One pack holds <see cref="PackFactor"/> base units.</summary>
public sealed record ItemMaster(string Code, string Name, string CategoryCode) : Submission
{
    public string Specification { get; init; } = "";

    public string Maker { get; init; } = "";

    public string BaseUnit { get; init; } = "";

    /// <summary>Empty where the item is handled in base units only.</summary>
    public string PackUnit { get; init; } = "";

    /// <summary>Base units in a pack; 1 where there is no pack.</summary>
    public decimal PackFactor { get; init; } = 1;

    /// <summary>VAT rate as a fraction: 0.13 is 13 %.</summary>
    public decimal TaxRate { get; init; }

    public bool IsActive { get; init; } = true;
}
