namespace Analytics.Ingest.Demo;

/// <summary>Shelf price and purchase price of every item in every month of the company's life.</summary>
/// <remarks>Purchase prices wander and rise a little; the shelf price follows when the margin has moved too far, as
/// shops do: rarely, and to a round figure.</remarks>
internal sealed class PriceBook
{
    private const double MonthlyRise = 0.0013;
    private const double MonthlyWander = 0.009;
    private const double Tolerance = 0.045;

    private readonly int months;
    private readonly int[] shelfCents;
    private readonly double[] costCents;

    public PriceBook(IReadOnlyList<Goods> goods, int months, Dice dice)
    {
        this.months = months;
        shelfCents = new int[goods.Count * months];
        costCents = new double[goods.Count * months];
        foreach (var item in goods)
        {
            Fill(item, dice);
        }
    }

    /// <summary>With tax, in cents.</summary>
    public int Shelf(int item, int month) => shelfCents[(item * months) + month];

    /// <summary>What a base unit costs without tax, in cents.</summary>
    public double Cost(int item, int month) => costCents[(item * months) + month];

    private void Fill(Goods item, Dice dice)
    {
        var shelf = item.PriceCents;
        var tax = 1 + (item.Leaf.TaxPercent / 100.0);
        var first = shelf / tax * (1 - item.Margin);
        var (cost, settled) = (first, first);
        for (var month = 0; month < months; month++)
        {
            if (Math.Abs((cost / settled) - 1) > Tolerance)
            {
                shelf = Catalogue.ShelfPrice(cost / (1 - item.Margin) * tax / 100);
                settled = cost;
            }

            shelfCents[(item.Index * months) + month] = shelf;
            costCents[(item.Index * months) + month] = cost;
            cost *= 1 + MonthlyRise + (MonthlyWander * dice.Normal());
        }
    }
}
