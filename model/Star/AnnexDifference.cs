namespace Analytics.Star;

/// <summary>An annex that is another one in two generations.</summary>
/// <param name="Table">The table in it.</param>
/// <param name="Before">Of the first; null where it has none.</param>
/// <param name="After">Of the second; null where it has none.</param>
/// <remarks>An annex is computed anew as a whole, so its rows are not matched: it says from which generation.</remarks>
public sealed record AnnexDifference(string Table, AnnexFile? Before, AnnexFile? After);
