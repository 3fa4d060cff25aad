namespace Analytics.Star;

/// <summary>A sum of one month that differs between two generations.</summary>
/// <param name="Table">Its name.</param>
/// <param name="MonthKey">Such as 202611.</param>
/// <param name="Measure">The column summed.</param>
/// <param name="Before">In the first; 0 where it has no row.</param>
/// <param name="After">In the second; 0 where it has no row.</param>
public sealed record MonthDifference(string Table, int MonthKey, string Measure, decimal Before, decimal After)
{
    public decimal Difference => After - Before;
}
