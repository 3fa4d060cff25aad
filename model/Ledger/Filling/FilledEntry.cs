using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Filling;

/// <summary>An entry with its hash, and what belongs to it.</summary>
internal readonly record struct FilledEntry(EntryRow Entry, Draft Draft)
{
    /// <summary>How many rows it has in the entry tables.</summary>
    public int Rows => 1 + (Draft.Document is null ? 0 : 1) + Draft.Lines.Count + Draft.Adjustments.Count
        + Draft.Stock.Count + Draft.Money.Count + Draft.Other.Count;
}
