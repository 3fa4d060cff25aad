namespace Analytics.Ledger.Tests.Costing;

/// <summary>A second way to the same cost, in decimals and plain lists: each uncovered piece of an issue is kept as an
/// object of its own, nothing is merged or cached.</summary>
internal sealed class NaiveBook
{
    private readonly Dictionary<string, NaivePool> pools = [];

    public Dictionary<(string Number, int Line), decimal> Cost { get; } = [];

    public Dictionary<(string Number, int Line), decimal> Adjusted { get; } = [];

    public (decimal Qty, decimal Value) Stock(string item) =>
        pools.TryGetValue(item, out var pool) ? (pool.Qty, pool.Value) : (0, 0);

    public void Sell(string number, int line, string item, decimal qty, decimal? stated)
    {
        var pool = Pool(item);
        var onHand = Math.Max(pool.Qty, 0);
        var beyond = Math.Max(qty - onHand, 0);
        var beyondCost = Round(beyond * (pool.LastCost ?? 0));
        var cost = stated
            ?? (beyond > 0 ? (onHand > 0 ? pool.Value : 0) + beyondCost
                : qty == pool.Qty ? pool.Value
                : Round(pool.Value * qty / pool.Qty));
        Cost[(number, line)] = cost;
        if (beyond > 0)
        {
            var owed = stated is null ? beyondCost : beyond == qty ? cost : Round(cost * beyond / qty);
            pool.Owed.Add(new Owed
            {
                Number = number, Line = line, Qty = beyond, Cost = owed, IsStated = stated is not null,
            });
        }

        if (stated is not null && pool.LastCost is null)
        {
            pool.LastCost = Round6(cost / qty);
        }

        pool.Qty -= qty;
        pool.Value -= cost;
    }

    public void Buy(string item, decimal qty, decimal value) => Bring(item, qty, value, null);

    /// <param name="number">Of the return, which has one line.</param>
    /// <param name="item">What comes back.</param>
    /// <param name="qty">How much of it.</param>
    /// <param name="sale">The sale, which has one line.</param>
    /// <param name="left">What the sale has left to return, and what that cost.</param>
    public void TakeBack(string number, string item, decimal qty, string sale, (decimal Qty, decimal Cost) left)
    {
        var cost = qty == left.Qty ? left.Cost : Round(left.Cost * qty / left.Qty);
        Cost[(number, 1)] = -cost;
        Bring(item, qty, cost, (sale, 1));
    }

    private void Bring(string item, decimal qty, decimal value, (string Number, int Line)? own)
    {
        var pool = Pool(item);
        var (toCover, worth, done) = (qty, value, 0m);
        var adjusted = 0m;
        var ownFirst = pool.Owed.OrderBy(owed => !owed.IsStated && (owed.Number, owed.Line) == own ? 0 : 1);
        foreach (var owed in ownFirst.ToList())
        {
            var covered = Math.Min(owed.Qty, toCover - done);
            if (covered == 0)
            {
                break;
            }

            var carried = covered == owed.Qty ? owed.Cost : Round(owed.Cost * covered / owed.Qty);
            var isOwn = !owed.IsStated && (owed.Number, owed.Line) == own && covered < toCover && carried <= worth;
            var real = Round(worth * (done + covered) / toCover) - Round(worth * done / toCover);
            var change = owed.IsStated || isOwn ? 0 : real - carried;
            (toCover, worth, done) = isOwn ? (toCover - covered, worth - carried, 0) : (toCover, worth, done + covered);
            Adjusted[(owed.Number, owed.Line)] = Adjusted.GetValueOrDefault((owed.Number, owed.Line)) + change;
            adjusted += change;
            owed.Qty -= covered;
            owed.Cost -= carried;
        }

        pool.Owed.RemoveAll(owed => owed.Qty == 0);
        pool.Qty += qty;
        pool.Value += value - adjusted;
        pool.LastCost = pool.Qty > 0 && pool.Value >= 0 ? Round6(pool.Value / pool.Qty) : Round6(value / qty);
    }

    private NaivePool Pool(string item)
    {
        if (!pools.TryGetValue(item, out var pool))
        {
            pools.Add(item, pool = new NaivePool());
        }

        return pool;
    }

    private static decimal Round(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    private static decimal Round6(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);

    private sealed class NaivePool
    {
        public decimal Qty { get; set; }

        public decimal Value { get; set; }

        public decimal? LastCost { get; set; }

        public List<Owed> Owed { get; } = [];
    }

    private sealed class Owed
    {
        public required string Number { get; init; }

        public int Line { get; init; }

        public decimal Qty { get; set; }

        public decimal Cost { get; set; }

        public bool IsStated { get; init; }
    }
}
