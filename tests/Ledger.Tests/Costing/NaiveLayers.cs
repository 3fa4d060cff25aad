namespace Analytics.Ledger.Tests.Costing;

/// <summary>The layers of a pool, oldest first.</summary>
internal sealed class NaiveLayers : List<NaiveLayer>
{
    public decimal Qty => this.Sum(layer => layer.Qty);

    public decimal Value => this.Sum(layer => layer.Value);

    public NaiveLayer First => this[0];

    public void Add(decimal qty, decimal value) => Add(new NaiveLayer { Qty = qty, Value = value });

    /// <summary>What the oldest so many are worth.</summary>
    public decimal Worth(decimal qty)
    {
        var value = 0m;
        foreach (var layer in this.TakeWhile(_ => qty > 0))
        {
            var part = Math.Min(layer.Qty, qty);
            value += Part(layer, part);
            qty -= part;
        }

        return value;
    }

    public void Take(decimal qty)
    {
        while (qty > 0)
        {
            var part = Math.Min(First.Qty, qty);
            First.Value -= Part(First, part);
            First.Qty -= part;
            qty -= part;
            if (First.Qty == 0)
            {
                RemoveAt(0);
            }
        }
    }

    private static decimal Part(NaiveLayer layer, decimal qty) => qty == layer.Qty
        ? layer.Value
        : Math.Round(layer.Value * qty / layer.Qty, 4, MidpointRounding.AwayFromZero);
}
