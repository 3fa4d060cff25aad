namespace Analytics.Ledger.Tests.Batches;

/// <summary>A batch in a depot.</summary>
internal sealed class NaiveBatch(string item, string depot, string batchNo, DateOnly lastDay)
{
    public string Item { get; } = item;

    public string Depot { get; } = depot;

    public string BatchNo { get; } = batchNo;

    public DateOnly LastDay { get; } = lastDay;

    public decimal Qty { get; set; }

    public decimal Value { get; set; }

    public bool IsSame(NaiveBatch other) => (Item, Depot, BatchNo) == (other.Item, other.Depot, other.BatchNo);

    public bool IsBefore(NaiveBatch other) =>
        LastDay < other.LastDay || (LastDay == other.LastDay && string.CompareOrdinal(BatchNo, other.BatchNo) < 0);
}
