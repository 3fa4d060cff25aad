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
    private readonly EntryTable[] tables = [.. EntryTables.All.Select(one => one.Table)];
    private readonly IReadOnlyList<object>[] rows = [.. EntryTables.All.Select(_ => Array.Empty<object>())];

    // Of each table: the place of the first row not yet taken, and its seq; most tables have none for most entries.
    private readonly int[] at;
    private readonly long[] next;
    private long upTo = long.MinValue;

    public EntryWalk(BookReader view, Findings findings)
    {
        db = new LedgerDb(view.Transaction);
        this.view = view;
        last = view.Seq;
        this.findings = findings;
        at = new int[tables.Length];
        next = new long[tables.Length];
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

        var entries = new List<EntryRow>(1);
        while (next[0] <= seq)
        {
            entries.Add((EntryRow)Take(0));
        }

        var draft = new Draft(seq, entries.Count == 1 ? entries[0].Kind : "");
        for (var table = 1; table < tables.Length; table++)
        {
            while (next[table] <= seq)
            {
                Sort(draft, Take(table));
            }
        }

        if (entries.Count == 1)
        {
            return (entries[0], draft);
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
        for (var table = 0; table < tables.Length; table++)
        {
            Orphans(rows[table].Skip(at[table]));
            rows[table] = tables[table].Read(db, upTo, until);
            Rows += rows[table].Count;
            if (upTo == long.MinValue)
            {
                // Nothing stands before the first entry.
                Orphans(rows[table]);
                rows[table] = [];
            }

            at[table] = 0;
            Look(table);
        }

        upTo = until;
    }

    private object Take(int table)
    {
        var row = rows[table][at[table]++];
        Look(table);
        return row;
    }

    private void Look(int table) => next[table] = at[table] < rows[table].Count
        ? tables[table].SeqOf(rows[table][at[table]])
        : long.MaxValue;

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
