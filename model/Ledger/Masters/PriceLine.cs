namespace Analytics.Ledger;

/// <summary>A price from a day on.</summary>
/// <param name="ItemCode">The item.</param>
/// <param name="UnitPrice">Of one unit, at most six decimals, not below zero.</param>
/// <param name="ValidFrom">The first day it holds.</param>
public sealed record PriceLine(string ItemCode, decimal UnitPrice, DateOnly ValidFrom)
{
    /// <summary>One of the item's units; empty means the base unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The least quantity, in the unit, that it holds for.</summary>
    public Qty MinQty { get; init; }

    /// <summary>The last day it holds; null means until the next.</summary>
    public DateOnly? ValidTo { get; init; }
}
