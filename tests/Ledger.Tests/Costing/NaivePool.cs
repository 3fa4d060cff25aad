namespace Analytics.Ledger.Tests.Costing;

/// <summary>A pool as the naive way keeps it.</summary>
internal sealed class NaivePool
{
    public decimal Qty { get; set; }

    public decimal Value { get; set; }

    public decimal? LastCost { get; set; }

    public List<NaiveOwed> Owed { get; } = [];

    public NaiveLayers Layers { get; } = new();
}
