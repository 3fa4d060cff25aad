using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The current versions of a kind of master of which there are few, all kept.</summary>
internal sealed class MasterSet<T>(Func<T, long> idOf)
    where T : class
{
    private static readonly EntryTable Table = EntryTable.Of<T>();

    private readonly Dictionary<long, T> byId = [];

    /// <summary>In no order.</summary>
    public IReadOnlyCollection<T> All => byId.Values;

    public T? Find(long id) => byId.GetValueOrDefault(id);

    public void Load(LedgerDb db)
    {
        byId.Clear();
        foreach (var row in Table.Read(db, 0, long.MaxValue))
        {
            Take(row);
        }
    }

    /// <summary>Takes a version where it is of this kind.</summary>
    public void Take(object row)
    {
        if (row is T version)
        {
            byId[idOf(version)] = version;
        }
    }
}
