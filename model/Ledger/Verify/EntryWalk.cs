using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Verify;

/// <summary>Reads the entries one after the other, each with its rows in canonical order.</summary>
/// <remarks>Reads every table in windows of seq, so that one connection does and memory stays bounded.</remarks>
internal sealed class EntryWalk : IDisposable
{
    private const long Window = 4096;

    private readonly LedgerDb db;
    private readonly BookReader view;
    private readonly long last;
    private readonly Findings findings;
    private readonly Queue<object>[] rows = [.. EntryTables.All.Select(_ => new Queue<object>())];
    private long upTo = long.MinValue;

    public EntryWalk(BookReader view, Findings findings)
    {
        db = new LedgerDb(view.Transaction);
        this.view = view;
        last = view.Seq;
        this.findings = findings;
        Load(0);
    }

    /// <summary>Rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The entry at a seq, and all its rows; null where there is none. Ask in order of seq.</summary>
    public (EntryRow Entry, Draft Draft)? At(long seq)
    {
        while (seq > upTo)
        {
            Load(Math.Min(upTo + Window, last));
        }

        var entries = Take(0, seq);
        var draft = new Draft(seq, entries.Count == 1 ? ((EntryRow)entries[0]).Kind : "");
        for (var table = 1; table < rows.Length; table++)
        {
            foreach (var row in Take(table, seq))
            {
                Sort(draft, row);
            }
        }

        if (entries.Count == 1)
        {
            return ((EntryRow)entries[0], draft);
        }

        Orphans(draft.Rows);
        return null;
    }

    /// <summary>The first entry after a seq; the greatest number there is where there is none.</summary>
    public long Next(long seq)
    {
        using var command = view.Command(LedgerSql.Text("sql/next_entry.sql"));
        command.Bind("@seq", seq);
        return command.ExecuteScalar() is long next ? next : long.MaxValue;
    }

    /// <summary>After the last entry: rows that are left belong to none.</summary>
    public void Finish()
    {
        foreach (var (_, table) in EntryTables.All)
        {
            Orphans(table.Read(db, last, long.MaxValue));
        }
    }

    public void Dispose() => db.Dispose();

    private void Load(long until)
    {
        for (var at = 0; at < rows.Length; at++)
        {
            var table = EntryTables.All[at].Table;
            Orphans(rows[at]);
            rows[at] = new Queue<object>(table.Read(db, upTo, until));
            Rows += rows[at].Count;
            if (upTo == long.MinValue)
            {
                // Nothing stands before the first entry.
                Orphans(rows[at]);
                rows[at].Clear();
            }
        }

        upTo = until;
    }

    private List<object> Take(int table, long seq)
    {
        var taken = new List<object>();
        while (rows[table].TryPeek(out var row) && EntryTables.All[table].Table.SeqOf(row) <= seq)
        {
            taken.Add(rows[table].Dequeue());
        }

        return taken;
    }

    private void Orphans(IEnumerable<object> left)
    {
        foreach (var row in left)
        {
            var table = EntryTables.All[EntryTables.PlaceOf(row)].Table;
            findings.Add("rows", table.SeqOf(row), $"a row of {table.Name} belongs to no entry");
        }
    }

    private static void Sort(Draft draft, object row)
    {
        switch (row)
        {
            case DocumentRow document when draft.Document is null:
                draft.Document = document;
                break;
            case DocumentLineRow line:
                draft.Lines.Add(line);
                break;
            case CostAdjustmentRow adjustment:
                draft.Adjustments.Add(adjustment);
                break;
            case StockMovementRow movement:
                draft.Stock.Add(movement);
                break;
            case MoneyMovementRow movement:
                draft.Money.Add(movement);
                break;
            default:
                draft.Other.Add(row);
                break;
        }
    }
}
