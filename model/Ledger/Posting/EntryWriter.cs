using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Collects the rows of a group of entries and writes them table by table, many rows a statement.</summary>
internal sealed class EntryWriter(LedgerDb db)
{
    private readonly List<object>[] rows = [.. EntryTables.All.Select(_ => new List<object>())];

    public void Add(EntryRow entry, Draft draft)
    {
        Add(entry);
        foreach (var row in draft.Rows)
        {
            Add(row);
        }
    }

    public void Write()
    {
        for (var at = 0; at < rows.Length; at++)
        {
            if (rows[at].Count > 0)
            {
                EntryTables.All[at].Table.Write(db, rows[at]);
                rows[at].Clear();
            }
        }
    }

    private void Add(object row) => rows[EntryTables.PlaceOf(row)].Add(row);
}
