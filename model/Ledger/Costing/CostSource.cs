namespace Analytics.Ledger.Costing;

/// <summary>A movement that others take back, as it stands at some moment of the sweep.</summary>
internal sealed class CostSource(long qty, long effective)
{
    /// <summary>What the whole movement is worth by now.</summary>
    public long Effective { get; set; } = effective;

    private long TakenQty { get; set; }

    private long TakenValue { get; set; }

    /// <summary>What a share of it is worth: of what is left, the last one takes the rest.</summary>
    public long Share(long share)
    {
        var leftQty = qty - TakenQty;
        var leftValue = Effective - TakenValue;
        return share == leftQty ? leftValue : Exact.MulDiv(leftValue, share, leftQty);
    }

    /// <summary>Takes a share at its worth; gives one back where a reversal does (quantity below zero).</summary>
    public void Take(CostEvent taking, long value) => Take(taking.Qty, taking.Qty < 0 ? -value : value);

    private void Take(long share, long value)
    {
        TakenQty += share;
        TakenValue += value;
    }
}
