namespace Analytics.Ingest.Demo;

/// <summary>What a customer puts into his basket, an item at a time and each once.</summary>
/// <remarks>Who finds a shelf empty takes something else; only when three tries fail must the item come at once.
/// </remarks>
internal sealed class Basket(Chain chain, Dice dice)
{
    private const int Tries = 3;
    private const double LeafletPart = 0.07;

    private readonly List<int> items = [];

    public void Begin() => items.Clear();

    /// <summary>An item that is on the shelf and not in the basket yet, within some tries.</summary>
    public int Find(int location, int needs)
    {
        var item = 0;
        for (var n = 0; n < Tries; n++)
        {
            item = Wanted(location);
            if (chain.Shelves[location, item] >= needs && !items.Contains(item))
            {
                break;
            }
        }

        items.Add(item);
        return item;
    }

    private int Wanted(int location)
    {
        if (location != chain.Depot && dice.Chance(LeafletPart))
        {
            var item = chain.Promotions.Draw(dice);
            if (chain.Assortments[location].Carries(item))
            {
                return item;
            }
        }

        return chain.Assortments[location].Draw(dice);
    }
}
