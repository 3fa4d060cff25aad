using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.SQLite;

namespace Analytics.Ledger.Tables;

/// <summary>linq2db over one connection to the book, which it owns.</summary>
internal sealed class LedgerDb(DbConnection connection) : DataConnection(For(connection))
{
    private static DataOptions For(DbConnection connection) =>
        new DataOptions().UseConnection(
            SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft), connection, disposeConnection: true);
}
