namespace Analytics.Ledger.Pricing;

/// <summary>A price to propose for one unit.</summary>
/// <param name="UnitPrice">At most six decimals.</param>
/// <param name="IncludesTax">Only a list's price may be without.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record ProposedPrice(decimal UnitPrice, bool IncludesTax, PriceOrigin Origin);
