namespace Analytics.Ingest;

/// <summary>A document that one generation holds and another does not.</summary>
/// <param name="Seq">Its entry.</param>
/// <param name="Kind">Of document.</param>
/// <param name="DocumentNo">Its number.</param>
/// <param name="BusinessDate">The day it counts on.</param>
/// <param name="IsBackdated">It was posted behind later ones.</param>
/// <param name="AdjustmentCount">Lines whose cost it adjusted.</param>
/// <param name="AdjustedAmount">The cost that added.</param>
public sealed record ExplainingDocument(
    long Seq, string Kind, string DocumentNo, DateOnly BusinessDate, bool IsBackdated, long AdjustmentCount,
    decimal AdjustedAmount);
