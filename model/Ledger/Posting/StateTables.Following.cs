namespace Analytics.Ledger.Posting;

/// <summary>What followed the lines of posted documents.</summary>
internal sealed partial class StateTables
{
    public Dictionary<string, long> Followed(long seq, long lineNo) => Of("find_followed", "seq", "line_no")
        .All(Transaction, row => (Kind: row.GetString(0), Qty: row.GetInt64(1)), seq, lineNo)
        .ToDictionary(row => row.Kind, row => row.Qty, StringComparer.Ordinal);

    public void PutFollowed(long seq, long lineNo, string kind, long qty) =>
        Of("put_followed", "seq", "line_no", "kind", "qty").Run(Transaction, seq, lineNo, kind, qty);
}
