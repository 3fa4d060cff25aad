namespace Analytics.Ledger;

/// <summary>How the items of a cost class are costed (成本核算方法). In the book each is the snake_case of its name.
/// </summary>
public enum CostMethod
{
    /// <summary>移动加权平均.</summary>
    MovingAverage,

    /// <summary>先进先出.</summary>
    Fifo,

    /// <summary>个别计价, by batch: a moving average inside each batch.</summary>
    Batch,

    /// <summary>月末一次加权平均: a moving average until the period closes, then one price for all its issues.</summary>
    PeriodAverage,
}
