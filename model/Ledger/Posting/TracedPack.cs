namespace Analytics.Ledger.Posting;

/// <summary>Where the pack of a trace code is now.</summary>
/// <param name="ItemId">What it is.</param>
/// <param name="BatchId">Its batch; −1 where not known.</param>
/// <param name="Location">A depot's id, or a <see cref="Ledger.Location"/>.</param>
/// <param name="Seq">The entry that moved it there.</param>
internal sealed record TracedPack(long ItemId, long BatchId, long Location, long Seq);
