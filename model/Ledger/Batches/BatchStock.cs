namespace Analytics.Ledger.Batches;

/// <summary>What a depot has of a batch in a bin.</summary>
/// <param name="ItemCode">The item.</param>
/// <param name="ItemName">Its name now.</param>
/// <param name="DepotCode">Where.</param>
/// <param name="BatchNo">Empty for goods without a batch.</param>
/// <param name="LotNo">Empty where it has none.</param>
/// <param name="BinCode">Empty for goods in no bin.</param>
/// <param name="ExpiresOn">The last day of use; null where it has none.</param>
/// <param name="ExpiryPrecision">"day" or "month", as it was stated; empty where it has none.</param>
/// <param name="IsFrozen">Whether it is frozen.</param>
/// <param name="Quantity">In base units; below zero where more went out than came in.</param>
public sealed record BatchStock(
    string ItemCode, string ItemName, string DepotCode, string BatchNo, string LotNo, string BinCode,
    DateOnly? ExpiresOn, string ExpiryPrecision, bool IsFrozen, Qty Quantity);
