using System.Collections.Frozen;
using System.Data.Common;
using Npgsql;

namespace Analytics.Ledger;

/// <summary>The Ledger's own <c>.sql</c> files, and commands made from them.</summary>
internal static class LedgerSql
{
    private static readonly FrozenSet<string> Postgres = Files("sql/postgres").ToFrozenSet(StringComparer.Ordinal);

    public static string Text(string file)
    {
        using var stream = typeof(LedgerSql).Assembly.GetManifestResourceStream(file)
            ?? throw new ArgumentException($"no {file} in the assembly", nameof(file));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The names of the files of a folder, in order.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. typeof(LedgerSql).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public static DbCommand Command(DbConnection connection, DbTransaction? transaction, string file)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Text(file, connection);
        return command;
    }

    /// <summary>A file's text for an engine: PostgreSQL's own where it has one.</summary>
    public static string Text(string file, DbConnection connection)
    {
        var own = file.Replace("sql/", "sql/postgres/", StringComparison.Ordinal);
        return Text(Postgres.Contains(own) && connection is NpgsqlConnection ? own : file);
    }

    public static void Bind(this DbCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value;
            return;
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
