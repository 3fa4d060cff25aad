using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Analytics.Ledger.Tables;

/// <summary>A statement that reads from SQLite without the provider's reader, which asks three times of each cell what
/// is in it.</summary>
/// <remarks>Reads inside whatever transaction the connection is in. A cell that holds no number reads as 0, as SQLite
/// converts it.</remarks>
internal sealed class SqliteRead : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="connection">Open; dispose this before it.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">The values of its parameters, in order.</param>
    public SqliteRead(SqliteConnection connection, string sql, params ReadOnlySpan<long> parameters)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
        for (var at = 0; at < parameters.Length; at++)
        {
            Check(raw.sqlite3_bind_int64(statement, at + 1, parameters[at]));
        }
    }

    /// <summary>Goes on to the next row; false after the last.</summary>
    public bool Next()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    /// <summary>Back before the first row.</summary>
    public void Reset() => Check(raw.sqlite3_reset(statement));

    /// <summary>Gives a named parameter its value; a name that the statement lacks is passed over.</summary>
    public void Bind(string name, long value)
    {
        var at = raw.sqlite3_bind_parameter_index(statement, name);
        if (at > 0)
        {
            Check(raw.sqlite3_bind_int64(statement, at, value));
        }
    }

    public bool IsNull(int at) => raw.sqlite3_column_type(statement, at) == raw.SQLITE_NULL;

    public string NameOf(int at) => raw.sqlite3_column_name(statement, at).utf8_to_string();

    /// <summary>The text as UTF-8, in SQLite's own memory until the next step; empty where there is none.</summary>
    public ReadOnlySpan<byte> Bytes(int at) => raw.sqlite3_column_blob(statement, at);

    public long Number(int at) => raw.sqlite3_column_int64(statement, at);

    /// <summary>Null where the cell holds nothing.</summary>
    public string? Text(int at)
    {
        if (IsNull(at))
        {
            return null;
        }

        var text = raw.sqlite3_column_text(statement, at).utf8_to_string();
        return text.Length == 0 ? "" : text;
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
