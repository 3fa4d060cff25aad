namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>Customers who bought alike up to a day, and alike in as many days before and after it.</summary>
/// <param name="Customer">Up to the day.</param>
/// <param name="Before">Purchase days in the days up to it.</param>
/// <param name="After">Purchase days in the days after it.</param>
internal readonly record struct SplitCount(PurchaseCount Customer, int Before, int After);
