using System.Data;
using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;

namespace Analytics.Ingest.Foreign;

/// <summary>A foreign database, through whichever provider linq2db has for it; read only, in one view where its engine
/// has such.</summary>
internal sealed class ForeignSource : IAsyncDisposable
{
    private const string Sqlite = "SQLite";

    private readonly DataConnection database;
    private readonly ForeignMapping mapping;
    private readonly DbConnection connection;
    private readonly List<DbCommand> commands = [];
    private DbTransaction? view;

    private ForeignSource(DataConnection database, ForeignMapping mapping, DbConnection connection)
    {
        this.database = database;
        this.mapping = mapping;
        this.connection = connection;
    }

    /// <summary>SQLite has types of values, not of columns.</summary>
    private bool HasColumnTypes => !database.DataProvider.Name.StartsWith(Sqlite, StringComparison.Ordinal);

    /// <summary>The open database; null and why.</summary>
    public static async Task<(ForeignSource? Source, string? Why)> OpenAsync(
        ForeignSettings settings, ForeignMapping mapping, CancellationToken ct)
    {
        // Of the two drivers for SQLite the program carries one.
        var provider = settings.Provider.Equals(Sqlite, StringComparison.OrdinalIgnoreCase)
            ? ProviderName.SQLiteMS
            : settings.Provider;
        DataConnection? database = null;
        try
        {
            database = new DataConnection(new DataOptions().UseConnectionString(provider, settings.Connection));
            return (new ForeignSource(database, mapping, await database.OpenDbConnectionAsync(ct)), null);
        }
        catch (Exception fault) when (fault is DbException or LinqToDBException or ArgumentException
            or InvalidOperationException or IOException or System.Net.Sockets.SocketException or TimeoutException)
        {
            await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
            return (null, $"The database of source '{settings.Name}' ({settings.Provider}) cannot be opened "
                + $"({Line(fault)}): check provider and connection in analytics.json.");
        }
    }

    /// <summary>What of the mapping's results breaks the contract, a line each; nothing is read yet.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var table in ForeignTable.All.Where(table => mapping.Statements.ContainsKey(table.Name)))
        {
            var file = mapping.FileOf(table.Name);
            try
            {
                await using var command = Command(table);
                var behaviour = HasColumnTypes ? CommandBehavior.SchemaOnly : CommandBehavior.Default;
                await using var reader = await command.ExecuteReaderAsync(behaviour, ct);
                faults.AddRange(Faults(table, reader).Select(fault => $"{file}: {fault}"));
            }
            catch (DbException fault)
            {
                // Such as a column that the source has no more, or calls otherwise.
                faults.Add($"{file}: the source refuses it ({Line(fault)}): mend the statement.");
            }
        }

        return faults;
    }

    /// <summary>From here on all statements see the source as it is now, where its engine can.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        var isolation = database.DataProvider.Name switch
        {
            var name when name.StartsWith(Sqlite, StringComparison.Ordinal) => IsolationLevel.ReadUncommitted,
            var name when name.StartsWith("SqlServer", StringComparison.Ordinal) => IsolationLevel.Snapshot,
            var name when name.StartsWith("Oracle", StringComparison.Ordinal) => IsolationLevel.Serializable,
            _ => IsolationLevel.RepeatableRead,
        };
        view = await connection.BeginTransactionAsync(isolation, ct);
    }

    /// <summary>The rows of a table; null where the mapping does not give it.</summary>
    public async Task<DbDataReader?> ReadAsync(ForeignTable table, CancellationToken ct)
    {
        if (!mapping.Statements.ContainsKey(table.Name))
        {
            return null;
        }

        // SQLite's reader ends with its command, so commands last as long as the source.
        var command = Command(table);
        commands.Add(command);
        return await command.ExecuteReaderAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands)
        {
            await command.DisposeAsync();
        }

        await (view?.DisposeAsync() ?? ValueTask.CompletedTask);
        await database.DisposeAsync();
    }

    private DbCommand Command(ForeignTable table)
    {
        var command = connection.CreateCommand();
        command.CommandText = mapping.Statements[table.Name];
        command.Transaction = view;
        command.CommandTimeout = 0;
        return command;
    }

    private IEnumerable<string> Faults(ForeignTable table, DbDataReader reader)
    {
        var given = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        foreach (var column in table.Columns)
        {
            var at = given.FindIndex(name => name.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
            if (at < 0 && column.IsNeeded)
            {
                yield return $"column {column.Name} ({column.Described}) is missing: add it to the select.";
            }
            else if (at >= 0 && HasColumnTypes && !column.Takes(reader.GetFieldType(at)))
            {
                yield return $"column {column.Name} is {reader.GetDataTypeName(at)}, not {column.Described}: cast it.";
            }
        }

        foreach (var name in given.Where(name => table.Columns.All(
            column => !column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
        {
            yield return $"column {name} is not known: take it out, or call it one of "
                + $"{string.Join(", ", table.Columns.Select(column => column.Name))}.";
        }

        foreach (var twice in given.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return $"column {twice.Key} is given twice: take one out.";
        }
    }

    private static string Line(Exception fault) => fault.Message.Split('\n')[0].TrimEnd('\r', '.', ' ');
}
