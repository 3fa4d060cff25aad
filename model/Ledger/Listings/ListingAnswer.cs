namespace Analytics.Ledger.Listings;

/// <summary>A listing's answer: the rows come as they are read, and only while its view is open; once.</summary>
/// <param name="Listing">What was asked.</param>
/// <param name="Seq">The last entry it is complete to.</param>
/// <param name="CompleteTo">When that was recorded.</param>
/// <param name="Parameters">What it was asked with, defaults included, in the listing's order: string, DateOnly, long
/// or bool.</param>
/// <param name="Rows">A value for each column, as its type says; null where there is none.</param>
public sealed record ListingAnswer(
    Listing Listing, long Seq, DateTimeOffset CompleteTo, IReadOnlyList<KeyValuePair<string, object>> Parameters,
    IAsyncEnumerable<object?[]> Rows);
