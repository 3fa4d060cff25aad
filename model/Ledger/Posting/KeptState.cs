namespace Analytics.Ledger.Posting;

/// <summary>Rows of one state table by key, read when first asked for, then kept; what a group of postings changes is
/// written at its end.</summary>
/// <param name="read">The table's value of a key.</param>
/// <param name="write">Puts it there.</param>
internal sealed class KeptState<TKey, TValue>(Func<TKey, TValue> read, Action<TKey, TValue> write)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> known = [];
    private readonly HashSet<TKey> changed = [];

    public TValue Of(TKey key)
    {
        if (!known.TryGetValue(key, out var value))
        {
            known.Add(key, value = read(key));
        }

        return value;
    }

    public void Apply(IReadOnlyDictionary<TKey, TValue> after)
    {
        foreach (var (key, value) in after)
        {
            known[key] = value;
            changed.Add(key);
        }
    }

    public void Write()
    {
        foreach (var key in changed)
        {
            write(key, known[key]);
        }

        changed.Clear();
    }

    /// <summary>The group is over or given up: nothing is left to write.</summary>
    public void Forget() => changed.Clear();

    /// <summary>Forgets all where it is more than may be kept.</summary>
    public void Trim(int most)
    {
        if (known.Count > most)
        {
            known.Clear();
        }
    }
}
