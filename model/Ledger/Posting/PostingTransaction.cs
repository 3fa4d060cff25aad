using LinqToDB.Data;

namespace Analytics.Ledger.Posting;

/// <summary>The transaction of a group of postings; disposed without a commit, it leaves nothing.</summary>
internal sealed class PostingTransaction(DataConnectionTransaction transaction, StateTables tables) : IDisposable
{
    public void Commit()
    {
        tables.Send();
        transaction.Commit();
    }

    public void Dispose() => transaction.Dispose();
}
