namespace Analytics.Ledger.Tests.Costing;

/// <summary>A piece that went out before its goods came in.</summary>
internal sealed class NaiveOwed
{
    public required NaiveMove Move { get; init; }

    public decimal Qty { get; set; }

    public decimal Cost { get; set; }
}
