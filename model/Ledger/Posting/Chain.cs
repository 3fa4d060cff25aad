using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The hash that binds an entry to all before it.</summary>
internal static class Chain
{
    /// <param name="canonical">Reused between calls; empty before and after.</param>
    /// <param name="before">The hash of the entry before; the book's id for the first.</param>
    /// <param name="entry">Its seq, kind, actor and moment; its hash is not looked at.</param>
    /// <param name="rows">The entry's, in canonical order.</param>
    public static string Hash(Canonical canonical, string before, EntryRow entry, IEnumerable<object> rows)
    {
        canonical.Text(before);
        canonical.Number(entry.Seq);
        canonical.Text(entry.Kind);
        canonical.Text(entry.Actor);
        canonical.Number(entry.RecordedAt);
        foreach (var row in rows)
        {
            canonical.Row(row);
        }

        return canonical.Hash();
    }
}
