namespace Analytics.Ingest.Demo;

/// <summary>What lies where: pieces by location and item, and of medicine by batch.</summary>
/// <remarks>Batches leave as the book lets them leave: the nearest expiry first, of one expiry by number. What is
/// ordered and not delivered is on the shelf still, but nobody else's to take.</remarks>
internal sealed class Shelves(int locations, IReadOnlyList<Goods> goods)
{
    private readonly int[][] free = [.. Enumerable.Range(0, locations).Select(_ => new int[goods.Count])];
    private readonly int[][] held = [.. Enumerable.Range(0, locations).Select(_ => new int[goods.Count])];
    private readonly Dictionary<(int Location, int Item), List<(Lot Lot, int Qty)>> lots = [];

    /// <summary>Pieces that may be taken.</summary>
    public int this[int location, int item] => free[location][item];

    /// <summary>Pieces that are there, those kept for who ordered them too.</summary>
    public int OnShelf(int location, int item) => free[location][item] + held[location][item];

    /// <param name="location">Where.</param>
    /// <param name="item">What.</param>
    /// <param name="qty">Pieces.</param>
    /// <param name="lot">Of medicine, its batch; else null.</param>
    public void Put(int location, int item, int qty, Lot? lot)
    {
        free[location][item] += qty;
        if (lot is not null)
        {
            Add(Lots(location, item), lot, qty);
        }
    }

    public void Take(int location, int item, int qty)
    {
        Reserve(location, item, qty);
        Deliver(location, item, qty);
    }

    /// <summary>Keeps pieces for who ordered them.</summary>
    public void Reserve(int location, int item, int qty) => Hold(location, item, qty);

    /// <summary>He does not want them any more.</summary>
    public void Release(int location, int item, int qty) => Hold(location, item, -qty);

    /// <summary>Gives out what was reserved.</summary>
    public void Deliver(int location, int item, int qty)
    {
        held[location][item] -= qty;
        if (!goods[item].Leaf.IsMedicine)
        {
            return;
        }

        var there = Lots(location, item);
        while (qty > 0)
        {
            var part = Math.Min(qty, there[0].Qty);
            Remove(there, 0, part);
            qty -= part;
        }
    }

    /// <summary>Takes pieces of one batch.</summary>
    public void Take(int location, int item, int qty, Lot lot)
    {
        free[location][item] -= qty;
        var there = Lots(location, item);
        Remove(there, there.FindIndex(one => one.Lot == lot), qty);
    }

    /// <summary>The batches of a medicine, first to go first.</summary>
    public IReadOnlyList<(Lot Lot, int Qty)> Of(int location, int item) =>
        lots.TryGetValue((location, item), out var there) ? there : [];

    private void Hold(int location, int item, int qty)
    {
        free[location][item] -= qty;
        held[location][item] += qty;
    }

    private static void Remove(List<(Lot Lot, int Qty)> there, int at, int qty)
    {
        var (lot, has) = there[at];
        if (has == qty)
        {
            there.RemoveAt(at);
        }
        else
        {
            there[at] = (lot, has - qty);
        }
    }

    private static void Add(List<(Lot Lot, int Qty)> there, Lot lot, int qty)
    {
        var at = there.FindIndex(one => one.Lot == lot);
        if (at >= 0)
        {
            there[at] = (lot, there[at].Qty + qty);
            return;
        }

        at = there.FindIndex(one => IsBefore(lot, one.Lot));
        there.Insert(at < 0 ? there.Count : at, (lot, qty));
    }

    private static bool IsBefore(Lot one, Lot other) => one.LastDay != other.LastDay
        ? one.LastDay < other.LastDay
        : string.CompareOrdinal(one.No, other.No) < 0;

    private List<(Lot Lot, int Qty)> Lots(int location, int item)
    {
        if (!lots.TryGetValue((location, item), out var there))
        {
            lots.Add((location, item), there = []);
        }

        return there;
    }
}
