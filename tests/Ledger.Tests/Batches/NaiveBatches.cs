namespace Analytics.Ledger.Tests.Batches;

/// <summary>A second way to batches: whole units one at a time, every batch looked at for each of them.</summary>
internal sealed class NaiveBatches
{
    private readonly List<NaiveBatch> batches = [];

    public IEnumerable<(string Item, string Depot, string BatchNo, decimal Qty)> Stock =>
        batches.Select(batch => (batch.Item, batch.Depot, batch.BatchNo, batch.Qty));

    public void Receive(NaiveBatch received, decimal qty, decimal value)
    {
        var batch = batches.Find(one => one.IsSame(received));
        if (batch is null)
        {
            batches.Add(batch = received);
        }

        batch.Qty += qty;
        batch.Value += value;
    }

    /// <summary>What goes out by batch, with its cost; null where there is too little.</summary>
    public List<(NaiveBatch Batch, decimal Qty, decimal Cost)>? Sell(string item, string depot, int qty, DateOnly day)
    {
        var taken = new List<NaiveBatch>();
        for (var unit = 0; unit < qty; unit++)
        {
            NaiveBatch? next = null;
            foreach (var batch in batches)
            {
                var isFree = batch.Item == item && batch.Depot == depot && batch.LastDay >= day
                    && batch.Qty > taken.Count(one => one == batch);
                if (isFree && (next is null || batch.IsBefore(next)))
                {
                    next = batch;
                }
            }

            if (next is null)
            {
                return null;
            }

            taken.Add(next);
        }

        return taken.Distinct().Select(batch => Take(batch, taken.Count(one => one == batch))).ToList();
    }

    private static (NaiveBatch Batch, decimal Qty, decimal Cost) Take(NaiveBatch batch, decimal qty)
    {
        var cost = qty == batch.Qty
            ? batch.Value
            : Math.Round(batch.Value * qty / batch.Qty, 4, MidpointRounding.AwayFromZero);
        batch.Qty -= qty;
        batch.Value -= cost;
        return (batch, qty, cost);
    }
}
