namespace Analytics.Ledger;

/// <summary>A member whose points change.</summary>
/// <param name="PartyCode">The member.</param>
/// <param name="Points">By how many; of an adjustment below zero where they are taken off. Of an expiry 0 means all
/// that were earned up to its day and not used since.</param>
public sealed record PointsPart(string PartyCode, Qty Points);
