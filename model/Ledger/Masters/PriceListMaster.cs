namespace Analytics.Ledger;

/// <summary>A version of a price list (价目表); its prices come in a <see cref="PriceNote"/>.</summary>
public sealed record PriceListMaster(string Code, string Name) : Submission
{
    public bool IncludesTax { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day it holds.</summary>
    public DateOnly? ValidTo { get; init; }

    public bool IsActive { get; init; } = true;
}
