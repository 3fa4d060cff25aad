using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Ledger.Tables;
using Microsoft.Data.Sqlite;

namespace Analytics.Ledger.Posting;

/// <summary>One of the Ledger's <c>.sql</c> files as a prepared command, with its parameters by position.</summary>
/// <remarks>On PostgreSQL a write is collected and goes out before the next question.</remarks>
internal sealed partial class Statement : IDisposable
{
    private readonly DbCommand command;
    private readonly WriteBatch? writes;
    private readonly string byPosition;
    private readonly string[] names;
    private SqliteWrite? direct;

    public Statement(
        DbConnection connection, WriteBatch? writes, string file, params ReadOnlySpan<string> parameters)
    {
        this.writes = writes;
        names = [.. parameters];
        command = Command(connection, file, parameters);
        byPosition = ByPosition(command.CommandText, parameters);
    }

    /// <summary>Runs it in the transaction with these values; at the latest before the next question.</summary>
    public void Run(DbTransaction transaction, params ReadOnlySpan<object> values)
    {
        if (writes is not null)
        {
            writes.Add(transaction, byPosition, values);
            return;
        }

        direct ??= new SqliteWrite(
            (SqliteConnection)command.Connection!, command.CommandText, names.Select(name => "@" + name));
        for (var at = 0; at < values.Length; at++)
        {
            if (values[at] is long number)
            {
                direct.Bind(at, number);
            }
            else
            {
                direct.Bind(at, (string)values[at]);
            }
        }

        direct.Run();
    }

    /// <summary>The first row, as <paramref name="read"/> takes it; default where there is none.</summary>
    public T? First<T>(DbTransaction transaction, Func<DbDataReader, T> read, params ReadOnlySpan<object> values)
    {
        Ask(transaction, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public List<T> All<T>(DbTransaction transaction, Func<DbDataReader, T> read, params ReadOnlySpan<object> values)
    {
        Ask(transaction, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        direct?.Dispose();
        command.Dispose();
    }

    private void Ask(DbTransaction transaction, ReadOnlySpan<object> values)
    {
        writes?.Send(transaction);
        Set(transaction, values);
    }

    private void Set(DbTransaction transaction, ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at];
        }
    }

    private static DbCommand Command(DbConnection connection, string file, ReadOnlySpan<string> parameters)
    {
        var command = LedgerSql.Command(connection, null, file);
        foreach (var name in parameters)
        {
            command.Bind("@" + name, DBNull.Value);
        }

        return command;
    }

    /// <summary>With <c>$1</c> … for the names: the driver then need not read the text each time.</summary>
    private static string ByPosition(string sql, ReadOnlySpan<string> parameters)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < parameters.Length; at++)
        {
            places.Add(parameters[at], string.Create(CultureInfo.InvariantCulture, $"${at + 1}"));
        }

        return Parameter().Replace(sql, match => places[match.Groups["name"].Value]);
    }

    [GeneratedRegex("@(?<name>[a-z0-9_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
