namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>How often customers of a class bought in the days after: by how late they were, in intervals of their own,
/// and how often they had bought. No model but a table, to hold models against.</summary>
internal sealed class ReturnHazard
{
    private static readonly double[] Lateness = [0.5, 1, 1.5, 2, 3, 5];
    private static readonly int[] Repeats = [1, 2, 5, 10];

    private readonly Dictionary<(int, int), double> means;
    private readonly double overall;

    private ReturnHazard(Dictionary<(int, int), double> means, double overall) =>
        (this.means, this.overall) = (means, overall);

    /// <param name="customers">Of a span that came before the one to be told.</param>
    public static ReturnHazard Of(IReadOnlyList<SplitCount> customers)
    {
        var classes = customers.GroupBy(row => ClassOf(row.Customer)).ToDictionary(
            group => group.Key,
            group => group.Sum(row => (double)row.Customer.Customers * row.After)
                / group.Sum(row => row.Customer.Customers));
        var all = customers.Sum(row => row.Customer.Customers);
        return new(
            classes, all == 0 ? 0 : customers.Sum(row => (double)row.Customer.Customers * row.After) / all);
    }

    /// <summary>Purchase days expected in a span as long as the one it was learnt from.</summary>
    public double Expected(PurchaseCount customer) => means.GetValueOrDefault(ClassOf(customer), overall);

    private static (int Late, int Often) ClassOf(PurchaseCount customer)
    {
        if (customer.Repeats == 0)
        {
            // Once only: by how many months ago.
            return ((int)(customer.ObservedFor / 4.345), 0);
        }

        var late = (customer.ObservedFor - customer.LastAt) / (customer.LastAt / customer.Repeats);
        return (Lateness.Count(edge => late > edge), 1 + Repeats.Count(edge => customer.Repeats > edge));
    }
}
