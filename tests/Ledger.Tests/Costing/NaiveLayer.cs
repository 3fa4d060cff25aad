namespace Analytics.Ledger.Tests.Costing;

/// <summary>A layer as the naive way keeps it.</summary>
internal sealed class NaiveLayer
{
    public decimal Qty { get; set; }

    public decimal Value { get; set; }
}
