using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Analytics.Ledger.Tables;

/// <summary>A statement that writes to SQLite, prepared once a connection and bound without the provider's commands,
/// which look every parameter up by its name again for every row.</summary>
/// <remarks>Runs inside whatever transaction the connection is in.</remarks>
internal sealed class SqliteWrite : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;
    private byte[] utf8 = new byte[1024];

    /// <param name="connection">Open; dispose this before it.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Its parameters with their <c>@</c>, in the order in which they are bound.</param>
    public SqliteWrite(SqliteConnection connection, string sql, IEnumerable<string> parameters)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        places = [.. parameters.Select(name => raw.sqlite3_bind_parameter_index(statement, name))];
    }

    public void Bind(int at, long number) => Check(raw.sqlite3_bind_int64(statement, places[at], number));

    public void Bind(int at, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > utf8.Length)
        {
            utf8 = new byte[most];
        }

        // No bytes at all would be bound as null.
        var length = Encoding.UTF8.GetBytes(text, utf8);
        Check(length == 0
            ? raw.sqlite3_bind_text(statement, places[at], "")
            : raw.sqlite3_bind_text(statement, places[at], utf8.AsSpan(0, length)));
    }

    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        var reset = raw.sqlite3_reset(statement);
        Check(result is raw.SQLITE_DONE or raw.SQLITE_ROW ? reset : result);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
