namespace Analytics.Ledger.Listings;

/// <summary>Who asks for a listing, and with what.</summary>
/// <param name="Texts">Parameters as text, by name; an empty one counts as not given.</param>
/// <param name="Day">How the business day runs.</param>
/// <param name="Today">The business day it is.</param>
/// <param name="IsEnglish">Language of names that stand in rows: of kinds, statement lines, standard accounts.</param>
public sealed record ListingAsker(
    IReadOnlyDictionary<string, string> Texts, BusinessDay Day, DateOnly Today, bool IsEnglish);
