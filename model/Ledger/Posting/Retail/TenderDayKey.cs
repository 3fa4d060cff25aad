namespace Analytics.Ledger.Posting;

/// <summary>A means of payment in a shift at a till of a store's day.</summary>
internal readonly record struct TenderDayKey(
    long StoreId, long BusinessDate, string ShiftNo, string TillCode, long TenderId);
