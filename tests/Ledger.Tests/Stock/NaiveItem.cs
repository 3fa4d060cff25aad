namespace Analytics.Ledger.Tests.Stock;

/// <summary>How an item is costed and kept.</summary>
internal sealed record NaiveItem(CostMethod Method, bool IsCompanyWide, bool HasBatches);
