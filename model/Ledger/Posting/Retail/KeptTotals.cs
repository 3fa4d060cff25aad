using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Posting;

/// <summary>Totals by a key: read from their table when first asked, then kept, written where they changed.</summary>
internal sealed class KeptTotals<TKey>(Func<TKey, long> read, Action<TKey, long> put)
    where TKey : notnull
{
    private const int MostCached = 100_000;

    private readonly Dictionary<TKey, long> kept = [];
    private readonly HashSet<TKey> changed = [];

    public long this[TKey key]
    {
        get
        {
            if (!kept.TryGetValue(key, out var total))
            {
                kept.Add(key, total = read(key));
            }

            return total;
        }
    }

    /// <summary>The totals as changes leave them.</summary>
    /// <exception cref="OverflowException">One would leave the range of the book.</exception>
    public List<(TKey Key, long Total)> After(Dictionary<TKey, long> changes) => changes.Count == 0
        ? []
        : [.. changes.Select(change => (change.Key, Exact.Total(this[change.Key], change.Value)))];

    public void Take(List<(TKey Key, long Total)> after)
    {
        foreach (var (key, total) in after)
        {
            kept[key] = total;
            changed.Add(key);
        }
    }

    public void Write()
    {
        foreach (var key in changed)
        {
            put(key, kept[key]);
        }
    }

    /// <summary>What changed is written, or is given up.</summary>
    public void Forget() => changed.Clear();

    public void Reset() => kept.Clear();

    public void Trim()
    {
        if (kept.Count > MostCached)
        {
            kept.Clear();
        }
    }
}
