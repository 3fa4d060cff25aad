namespace Analytics.Ledger.Tests.Costing;

/// <summary>A second way to the same costs, in decimals and plain lists: sorts all movements and goes through them
/// once. Each piece that went out without goods is an object of its own; nothing is merged, cached or taken up
/// half-way. A revaluation of one receipt is added to that before all else.</summary>
internal sealed class NaiveCosts(Func<string, CostMethod> methodOf)
{
    public NaiveCosts(CostMethod method)
        : this(_ => method)
    {
    }

    private readonly Dictionary<string, NaivePool> pools = [];
    private readonly Dictionary<(string Number, int Line), decimal> worth = [];
    private readonly Dictionary<(string Number, int Line), (decimal Qty, decimal Value)> taken = [];
    private readonly Dictionary<(string Number, int Line), decimal> wentOut = [];
    private Dictionary<(string Number, int Line), NaiveMove> moves = [];

    /// <summary>What each movement is worth in the end, by document and line.</summary>
    public IReadOnlyDictionary<(string Number, int Line), decimal> Worth => worth;

    public void Run(IEnumerable<NaiveMove> all)
    {
        var notes = all.ToLookup(move => move.Qty == 0 && move.Source is not null);
        var raised = notes[true].GroupBy(note => note.Source!.Value)
            .ToDictionary(group => group.Key, group => group.Sum(note => note.Own));
        var goods = notes[false].Select(move =>
        {
            var by = raised.GetValueOrDefault((move.Number, move.Line));
            return move with { Stated = move.Stated is null ? null : move.Stated + by, Own = move.Own + by };
        });
        var ordered = goods.OrderBy(move => move.At)
            .ThenBy(move => move.Qty < 0 ? 1 : move.Qty == 0 ? 3 : (move.Source, move.Share) is (null, null) ? 0 : 2)
            .ThenBy(move => move.Kind, StringComparer.Ordinal)
            .ThenBy(move => move.Number.Length)
            .ThenBy(move => move.Number, StringComparer.Ordinal)
            .ThenBy(move => move.Line)
            .ToList();
        moves = ordered.ToDictionary(move => (move.Number, move.Line));
        foreach (var move in ordered)
        {
            if (move.Qty < 0)
            {
                Out(Pool(move.Pool), move);
            }
            else if (move.Qty > 0)
            {
                In(Pool(move.Pool), move);
            }
            else
            {
                Revalue(Pool(move.Pool), move);
            }
        }

        // A receipt and what was added to it are lines of their own.
        foreach (var note in notes[true])
        {
            worth[(note.Number, note.Line)] = note.Own;
            worth[note.Source!.Value] -= note.Own;
        }
    }

    public IReadOnlyCollection<string> Pools => pools.Keys;

    public (decimal Qty, decimal Value) Stock(string pool) =>
        pools.TryGetValue(pool, out var known) ? (known.Qty, known.Value) : (0, 0);

    public IReadOnlyList<(decimal Qty, decimal Value)> Layers(string pool) =>
        pools.TryGetValue(pool, out var known) && known.Qty > 0
            ? [.. known.Layers.Select(layer => (layer.Qty, layer.Value))]
            : [];

    /// <summary>What so many more would cost in the end.</summary>
    public decimal Current(string pool, decimal qty) => !pools.TryGetValue(pool, out var known) ? 0
        : known.Qty > 0 ? Round(known.Value * qty / known.Qty)
        : Round(qty * (known.LastCost ?? 0));

    private void Out(NaivePool pool, NaiveMove move)
    {
        var qty = -move.Qty;
        var inside = Math.Min(Math.Max(pool.Qty, 0), qty);
        var beyond = qty - inside;
        var own = inside == 0 ? 0
            : inside == pool.Qty ? pool.Value
            : methodOf(move.Pool) == CostMethod.Fifo ? pool.Layers.Worth(inside)
            : Round(pool.Value * inside / pool.Qty);
        pool.Layers.Take(inside);
        var atLast = Round(beyond * (pool.LastCost ?? 0));
        var cost = move.Stated ?? (own + atLast);
        if (beyond > 0)
        {
            var owed = move.Stated is null ? atLast : beyond == qty ? cost : Round(cost * beyond / qty);
            pool.Owed.Add(new NaiveOwed { Move = move, Qty = beyond, Cost = owed });
        }
        else if (pool.Layers.Count > 0)
        {
            pool.Layers.First.Value += own - cost;
        }

        if (move.Stated is { } stated && pool.LastCost is null)
        {
            pool.LastCost = Round6(stated / qty);
        }

        pool.Qty -= qty;
        pool.Value -= cost;
        if (move.Source is { } givenBack)
        {
            var known = taken.GetValueOrDefault(givenBack);
            taken[givenBack] = (known.Qty - qty, known.Value - cost);
        }

        worth[(move.Number, move.Line)] = cost;
        wentOut[(move.Number, move.Line)] = cost;
    }

    private void Revalue(NaivePool pool, NaiveMove move)
    {
        worth[(move.Number, move.Line)] = pool.Qty > 0 ? move.Own : 0;
        if (pool.Qty <= 0)
        {
            return;
        }

        pool.Value += move.Own;
        var done = 0m;
        foreach (var layer in pool.Layers)
        {
            var before = Round(move.Own * done / pool.Qty);
            done += layer.Qty;
            layer.Value += Round(move.Own * done / pool.Qty) - before;
        }

        var (value, qty) = methodOf(move.Pool) == CostMethod.Fifo
            ? (pool.Layers[^1].Value, pool.Layers[^1].Qty)
            : (pool.Value, pool.Qty);
        pool.LastCost = value >= 0 ? Round6(value / qty) : pool.LastCost;
    }

    private decimal Made(NaiveMove move, (decimal From, decimal To, decimal Of) share)
    {
        var components = wentOut.Where(one => one.Key.Number == move.Number).Sum(one => one.Value);
        return move.Own + Round(components * share.To / share.Of) - Round(components * share.From / share.Of);
    }

    private void In(NaivePool pool, NaiveMove move)
    {
        var value = move.Stated
            ?? (move.Share is { } made ? Made(move, made)
                : move.Source is { } source ? Share(source, move.Qty)
                : pool.Qty > 0 ? Round(pool.Value * move.Qty / pool.Qty)
                : Round(move.Qty * (pool.LastCost ?? 0)));
        if (move.Source is { } from)
        {
            var known = taken.GetValueOrDefault(from);
            taken[from] = (known.Qty + move.Qty, known.Value + value);
        }

        worth[(move.Number, move.Line)] = value;
        var adjusted = Cover(pool, move, value);
        pool.Qty += move.Qty;
        pool.Value += value - adjusted;
        if (pool.Qty > 0)
        {
            pool.Layers.Add(pool.Qty - pool.Layers.Qty, pool.Value - pool.Layers.Value);
        }

        var isFifo = methodOf(move.Pool) == CostMethod.Fifo;
        var average = !isFifo && pool.Qty > 0 && pool.Value >= 0;
        var last = average ? Round6(pool.Value / pool.Qty) : Round6(value / move.Qty);
        pool.LastCost = isFifo && last < 0 ? pool.LastCost : last < 0 ? null : last;
    }

    private decimal Share((string Number, int Line) source, decimal qty)
    {
        var known = taken.GetValueOrDefault(source);
        var left = -moves[source].Qty - known.Qty;
        var value = worth[source] - known.Value;
        return qty == left ? value : Round(value * qty / left);
    }

    /// <summary>Covers what is owed, the own issue first; answers what that adjusted in all.</summary>
    private decimal Cover(NaivePool pool, NaiveMove move, decimal value)
    {
        var (toCover, left, done, adjusted) = (move.Qty, value, 0m, 0m);
        var own = pool.Owed.Find(owed =>
            owed.Move.Stated is null && (owed.Move.Number, owed.Move.Line) == move.Source);
        var queue = own is null ? pool.Owed.ToList() : [own, .. pool.Owed.Where(owed => owed != own)];
        foreach (var owed in queue.TakeWhile(_ => done < toCover))
        {
            var covered = Math.Min(owed.Qty, toCover - done);
            var carried = covered == owed.Qty ? owed.Cost : Round(owed.Cost * covered / owed.Qty);
            owed.Qty -= covered;
            owed.Cost -= carried;
            if (owed == own && covered < toCover && carried <= left)
            {
                (toCover, left) = (toCover - covered, left - carried);
                continue;
            }

            var real = Round(left * (done + covered) / toCover) - Round(left * done / toCover);
            var change = owed.Move.Stated is null ? real - carried : 0;
            worth[(owed.Move.Number, owed.Move.Line)] += change;
            adjusted += change;
            done += covered;
        }

        pool.Owed.RemoveAll(owed => owed.Qty == 0);
        return adjusted;
    }

    private NaivePool Pool(string name)
    {
        if (!pools.TryGetValue(name, out var pool))
        {
            pools.Add(name, pool = new NaivePool());
        }

        return pool;
    }

    private static decimal Round(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    private static decimal Round6(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
