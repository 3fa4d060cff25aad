namespace Analytics.Ledger.Costing;

/// <summary>The names of cost methods in the book.</summary>
internal static class CostMethods
{
    public static string Name(CostMethod method) => method switch
    {
        CostMethod.MovingAverage => "moving_average",
        CostMethod.Fifo => "fifo",
        CostMethod.Batch => "batch",
        CostMethod.PeriodAverage => "period_average",
    };

    public static CostMethod Of(string name) => name switch
    {
        "moving_average" => CostMethod.MovingAverage,
        "fifo" => CostMethod.Fifo,
        "batch" => CostMethod.Batch,
        "period_average" => CostMethod.PeriodAverage,
        _ => throw new System.Diagnostics.UnreachableException(name),
    };
}
