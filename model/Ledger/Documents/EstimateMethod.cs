namespace Analytics.Ledger;

/// <summary>How an invoice ends the estimate (暂估) of the receipt it is over. Both leave the same balances.</summary>
public enum EstimateMethod
{
    /// <summary>单到补差: what was estimated is owed, and the difference is booked.</summary>
    Difference,

    /// <summary>单到冲回: the estimate is booked back, and the receipt anew at the invoice's price.</summary>
    Reverse,
}
