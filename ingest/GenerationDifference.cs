using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>What differs between two generations, and the entries of the book that explain it.</summary>
/// <param name="Star">Tables and sums.</param>
/// <param name="Entries">What was posted between the two, by kind.</param>
/// <param name="Documents">The documents among it, as many as are told: backdated ones and those that adjusted costs
/// first.</param>
public sealed record GenerationDifference(
    StarDifference Star, IReadOnlyList<EntryGroup> Entries, IReadOnlyList<ExplainingDocument> Documents)
{
    /// <summary>Whether other tables or statements made them, so that they may differ without any entry.</summary>
    public bool IsOfOtherProgram =>
        Star.Before.SchemaVersion != Star.After.SchemaVersion || Star.Before.Loads != Star.After.Loads;
}
