namespace Analytics.Ledger.Costing;

/// <summary>A cost pool: an item in a depot; depot −1 where the pool is the company's, batch −1 unless cost goes by
/// batch.</summary>
internal readonly record struct PoolKey(long ItemId, long DepotId, long BatchId);
