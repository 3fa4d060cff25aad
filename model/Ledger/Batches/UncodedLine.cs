namespace Analytics.Ledger.Batches;

/// <summary>A line of a traced item that moved goods without a trace code (无码).</summary>
/// <param name="Seq">Its entry.</param>
/// <param name="Kind">The document's, as the book names it.</param>
/// <param name="DocumentNo">The document's.</param>
/// <param name="BusinessDate">The day it counts for.</param>
/// <param name="LineNo">Of the document.</param>
/// <param name="ItemCode">The item.</param>
/// <param name="Quantity">In base units, signed as the document counts it.</param>
public sealed record UncodedLine(
    long Seq, string Kind, string DocumentNo, DateOnly BusinessDate, long LineNo, string ItemCode, Qty Quantity);
