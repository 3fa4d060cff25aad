using System.Globalization;
using System.Linq.Expressions;
using Analytics.Ledger.Tables;
using LinqToDB;

namespace Analytics.Ledger.Verify;

/// <summary>Walks one entry table in order of seq, beside the walk over the entries.</summary>
internal sealed class RowCursor<T> : IDisposable
    where T : class
{
    private readonly LedgerDb db;
    private readonly IEnumerator<T> rows;
    private readonly Func<T, long> seqOf;
    private bool has;

    public RowCursor(BookReader view, Expression<Func<T, long>> seq, Expression<Func<T, long>>? lineNo = null)
    {
        // One of these per table: linq2db keeps one open reader a connection object.
        db = new LedgerDb(view.Transaction);
        seqOf = seq.Compile();
        var ordered = db.GetTable<T>().OrderBy(seq);
        rows = (lineNo is null ? ordered : ordered.ThenBy(lineNo)).AsEnumerable().GetEnumerator();
        has = rows.MoveNext();
    }

    public long Read { get; private set; }

    public long NextSeq => has ? seqOf(rows.Current) : long.MaxValue;

    /// <summary>The rows of an entry. Rows before it belong to none and are found.</summary>
    public List<T> Take(long seq, Findings findings)
    {
        Skip(seq, findings);
        var taken = new List<T>();
        while (has && seqOf(rows.Current) == seq)
        {
            taken.Add(rows.Current);
            Next();
        }

        return taken;
    }

    /// <summary>Passes the rows before an entry: they have none of their own.</summary>
    public void Skip(long seq, Findings findings)
    {
        while (has && seqOf(rows.Current) < seq)
        {
            findings.Add("rows", seqOf(rows.Current), string.Create(
                CultureInfo.InvariantCulture, $"a row of {typeof(T).Name} belongs to no entry of its kind"));
            Next();
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        db.Dispose();
    }

    private void Next()
    {
        Read++;
        has = rows.MoveNext();
    }
}
