namespace Analytics.Ingest;

/// <summary>Entries of one kind between two generations.</summary>
/// <param name="Kind">As the book names it.</param>
/// <param name="Count">How many there are.</param>
/// <param name="BackdatedCount">Documents among them that bear an earlier business date.</param>
/// <param name="AdjustmentCount">Lines whose cost they adjusted.</param>
/// <param name="AdjustedAmount">The cost that added.</param>
public sealed record EntryGroup(
    string Kind, long Count, long BackdatedCount, long AdjustmentCount, decimal AdjustedAmount);
