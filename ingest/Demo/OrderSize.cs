namespace Analytics.Ingest.Demo;

/// <summary>How many pieces a customer asks for.</summary>
internal static class OrderSize
{
    private const double WholesaleLineCents = 42_000;

    private static readonly (int Qty, double Share)[] Single = [(1, 0.86), (2, 0.11), (3, 0.03)];
    private static readonly (int Qty, double Share)[] Few = [(1, 0.63), (2, 0.25), (3, 0.08), (4, 0.04)];
    private static readonly (int Qty, double Share)[] Many =
        [(1, 0.36), (2, 0.27), (3, 0.13), (4, 0.10), (6, 0.10), (12, 0.04)];

    private static readonly (int Qty, double Share)[] TicketLines =
        [(1, 0.27), (2, 0.27), (3, 0.19), (4, 0.12), (5, 0.07), (6, 0.04), (7, 0.02), (8, 0.02)];

    public static int Retail(Quantity kind, Dice dice) => Draw(Table(kind), dice);

    public static double RetailMean(Quantity kind) => Means[(int)kind];

    /// <summary>Lines of a ticket (小票): 2.75 on average.</summary>
    public static int Ticket(Dice dice) => Draw(TicketLines, dice);

    /// <summary>Lines of a wholesale order.</summary>
    public static int Order(Dice dice) => dice.Between(3, 11);

    /// <summary>What a wholesale line asks for on average: some hundred yuan worth, in whole packs of small
    /// packs.</summary>
    public static int Wholesale(Goods item, long priceCents)
    {
        var pieces = (int)Math.Clamp(WholesaleLineCents / priceCents, 3, 120);
        return pieces >= item.PackFactor ? pieces / item.PackFactor * item.PackFactor : pieces;
    }

    private static readonly double[] Means = [.. Enum.GetValues<Quantity>().Select(kind => Mean(Table(kind)))];

    private static (int Qty, double Share)[] Table(Quantity kind) => kind switch
    {
        Quantity.Single => Single,
        Quantity.Few => Few,
        Quantity.Many => Many,
    };

    private static double Mean((int Qty, double Share)[] table) => table.Sum(row => row.Qty * row.Share);

    private static int Draw((int Qty, double Share)[] table, Dice dice)
    {
        var at = dice.Fraction();
        foreach (var (qty, share) in table)
        {
            at -= share;
            if (at < 0)
            {
                return qty;
            }
        }

        return table[0].Qty;
    }
}
