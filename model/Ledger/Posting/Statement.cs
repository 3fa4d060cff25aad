using System.Data.Common;

namespace Analytics.Ledger.Posting;

/// <summary>One of the Ledger's <c>.sql</c> files as a prepared command, with its parameters by position.</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand command;

    public Statement(DbConnection connection, string file, params ReadOnlySpan<string> parameters)
    {
        command = LedgerSql.Command(connection, null, file);
        foreach (var name in parameters)
        {
            command.Bind("@" + name, DBNull.Value);
        }
    }

    /// <summary>Runs it in the transaction with these values.</summary>
    public int Run(DbTransaction transaction, params ReadOnlySpan<object> values)
    {
        Set(transaction, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first row, as <paramref name="read"/> takes it; default where there is none.</summary>
    public T? First<T>(DbTransaction transaction, Func<DbDataReader, T> read, params ReadOnlySpan<object> values)
    {
        Set(transaction, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public List<T> All<T>(DbTransaction transaction, Func<DbDataReader, T> read, params ReadOnlySpan<object> values)
    {
        Set(transaction, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose() => command.Dispose();

    private void Set(DbTransaction transaction, ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at];
        }
    }
}
