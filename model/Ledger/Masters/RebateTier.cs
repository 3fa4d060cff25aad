namespace Analytics.Ledger;

/// <summary>A tier (档) of a rebate policy.</summary>
/// <param name="Reached">From this quantity or amount on; 0 from the first on.</param>
/// <param name="Rate">A fraction of the amount, or money for each base unit; at most six decimals.</param>
public sealed record RebateTier(decimal Reached, decimal Rate);
