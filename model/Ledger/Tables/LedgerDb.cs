using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.SQLite;

namespace Analytics.Ledger.Tables;

/// <summary>linq2db over one connection to the book.</summary>
internal sealed class LedgerDb : DataConnection
{
    public LedgerDb(DbConnection connection)
        : base(For(connection))
    {
    }

    /// <summary>Reads inside a view that another owns.</summary>
    public LedgerDb(DbTransaction view)
        : base(new DataOptions().UseTransaction(SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft), view))
    {
    }

    /// <summary>How many rows at a time are written: several a statement.</summary>
    public BulkCopyOptions ManyRows { get; } = new()
    {
        BulkCopyType = BulkCopyType.MultipleRows,
        MaxBatchSize = 200,
        KeepIdentity = true,
    };

    private static DataOptions For(DbConnection connection) =>
        new DataOptions().UseConnection(
            SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft), connection, disposeConnection: true);
}
