namespace Analytics.Ledger.Listings;

/// <summary>A column of a listing.</summary>
public sealed record ListingColumn(string Name, ListingType Type, string Chinese, string English);
