namespace Analytics.Ledger.Costing;

/// <summary>Where a change of a movement's worth is booked: its document's day and store, its line, its
/// depot, and where its goods came from or went to.</summary>
internal readonly record struct CostBooking(
    long BusinessDate, long StoreId, long LineNo, long DepotId, Location Counter);
