using System.Data;
using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Internal.Common;
using Npgsql;

namespace Analytics.Ledger.Tables;

/// <summary>linq2db over one connection to the book, of either engine.</summary>
internal sealed class LedgerDb : DataConnection, IConfigurationID
{
    private static readonly DataOptions Sqlite = new DataOptions().UseDataProvider(
        SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft));

    private static readonly DataOptions Postgres = new DataOptions().UseDataProvider(
        PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v95));

    private readonly Dictionary<EntryTable, RowInsert> inserts = [];

    public LedgerDb(DbConnection connection)
        : base(new DataOptions().UseConnection(For(connection), connection, disposeConnection: true))
    {
        Connected = connection;
    }

    /// <summary>Reads inside a view that another owns.</summary>
    public LedgerDb(DbTransaction view)
        : base(new DataOptions().UseTransaction(For(view.Connection!), view))
    {
        Connected = view.Connection!;
    }

    /// <summary>The connection, as it was given.</summary>
    public DbConnection Connected { get; }

    public bool IsPostgres => Connected is NpgsqlConnection;

    /// <summary>By what linq2db keeps compiled statements: the engine alone. Its own id takes in the connection string,
    /// and would compile every statement anew for every book.</summary>
    int IConfigurationID.ConfigurationID => ((IConfigurationID)(IsPostgres ? Postgres : Sqlite)).ConfigurationID;

    /// <summary>Begins the transaction of a group of postings, whose first statement locks the head.</summary>
    /// <remarks>Serializable is "begin immediate" on SQLite: the head is this transaction's from here on. On PostgreSQL
    /// the head's row is locked by reading it, and each later statement sees what was committed before that.</remarks>
    public DataConnectionTransaction BeginPosting() =>
        BeginTransaction(IsPostgres ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable);

    /// <summary>A table's insert, prepared on this connection the first time it is asked for.</summary>
    public RowInsert Insert(EntryTable table, Func<RowInsert> make)
    {
        if (!inserts.TryGetValue(table, out var insert))
        {
            inserts.Add(table, insert = make());
        }

        return insert;
    }

    /// <summary>Gives up what is prepared; before the connection is closed, which else stays half open.</summary>
    public void DropInserts()
    {
        foreach (var insert in inserts.Values)
        {
            insert.Dispose();
        }

        inserts.Clear();
    }

    private static IDataProvider For(DbConnection connection) =>
        (connection is NpgsqlConnection ? Postgres : Sqlite).ConnectionOptions.DataProvider!;
}
