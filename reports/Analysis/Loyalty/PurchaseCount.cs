namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>Customers who bought alike, as far as models of repeat buying look at them.</summary>
/// <param name="Repeats">x: purchase days after the first.</param>
/// <param name="LastAt">t_x: from the first purchase to the last, in weeks; 0 without repeats.</param>
/// <param name="ObservedFor">T: from the first purchase to the end of what is known, in weeks.</param>
/// <param name="Customers">How many they are.</param>
public readonly record struct PurchaseCount(int Repeats, double LastAt, double ObservedFor, long Customers = 1)
{
    private const double DaysOfWeek = 7;

    /// <summary>The same of times in days.</summary>
    public static PurchaseCount OfDays(int repeats, int lastAt, int observedFor, long customers = 1) =>
        new(repeats, Weeks(lastAt), Weeks(observedFor), customers);

    /// <summary>Days as the models count time.</summary>
    public static double Weeks(int days) => days / DaysOfWeek;
}
