namespace Analytics.Dashboard.Tables;

/// <summary>What became of a file for a kept table.</summary>
/// <param name="Rows">That were read.</param>
/// <param name="Changed">That are versions in the book now, or would be.</param>
/// <param name="Same">That stood there already.</param>
/// <param name="Refused">That were not taken.</param>
/// <param name="Faults">Why not, of the first of them; of a file that was not taken at all, the one reason.</param>
public sealed record TableAnswer(
    long Rows, long Changed, long Same, long Refused, IReadOnlyList<TableFault> Faults);
