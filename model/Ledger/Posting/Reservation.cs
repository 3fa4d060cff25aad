namespace Analytics.Ledger.Posting;

/// <summary>What of an order's line is reserved.</summary>
/// <param name="Until">The last business date, yyyymmdd; −1 where open.</param>
/// <param name="Qty">×10⁴ in the base unit.</param>
internal readonly record struct Reservation(long Until, long Qty)
{
    public bool HoldsOn(long businessDate) => Until == None.Id || businessDate <= Until;
}
