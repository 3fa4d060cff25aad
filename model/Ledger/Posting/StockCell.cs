namespace Analytics.Ledger.Posting;

/// <summary>A place in a depot's stock of an item: a batch in a bin.</summary>
/// <param name="ExpiresOn">The batch's last day of use, yyyymmdd; −1 where it has none.</param>
/// <param name="BatchId">−1 for goods without a batch.</param>
/// <param name="BinId">−1 for goods in no bin.</param>
internal readonly record struct StockCell(long ExpiresOn, long BatchId, long BinId)
{
    /// <summary>Goods of no batch in no bin. Its row stays at zero: that it stands says that it is known.</summary>
    public static readonly StockCell Plain = new(None.Id, None.Id, None.Id);
}
