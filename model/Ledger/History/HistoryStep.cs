namespace Analytics.Ledger.History;

/// <summary>One step in the life of a master or a document (审计轨迹).</summary>
/// <param name="Seq">The entry.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Actor">Who handed it in; empty where nobody said.</param>
/// <param name="What">One of <c>created</c>, <c>changed</c>, <c>erased</c>, <c>draft</c>, <c>posted</c>,
/// <c>cost_adjusted</c>, or the status a document came to.</param>
/// <param name="Changes">Each changed field of a master; what is to be said of a document's step.</param>
public sealed record HistoryStep(
    long Seq, DateTimeOffset At, string Actor, string What, IReadOnlyList<FieldChange> Changes);
