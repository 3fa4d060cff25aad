using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Model;

/// <summary>Applies a project's embedded <c>migrations/NNNN_what.sql</c> to its database, in order, once
/// each.</summary>
/// <remarks>The database remembers name and SHA-256 of what was applied. An applied file that has changed since, or a
/// database that knows a later migration than this program, is refused with an <see cref="InvalidDataException"/> of
/// one line. All of it is one transaction: a failed migration leaves the database as it was.</remarks>
internal static class Migrations
{
    private sealed record Step(long Number, string Name, string Sql, string Checksum);

    /// <param name="connection">Open, and not in a transaction.</param>
    /// <param name="what">The database's file or name, for messages.</param>
    /// <param name="ct">Stops between two steps; nothing is applied then.</param>
    public static async Task ApplyAsync(DbConnection connection, string what, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(connection, ct);
        await ExecuteAsync(connection, transaction, Text("migration/create.sql"), ct);
        var applied = await AppliedAsync(connection, transaction, ct);
        var steps = Steps();
        Check(steps, applied, what);
        foreach (var step in steps.Where(step => !applied.ContainsKey(step.Number)))
        {
            await ExecuteAsync(connection, transaction, ForEngine(step.Sql, connection), ct);
            await RecordAsync(connection, transaction, step, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>A transaction of one process at a time: a second one waits here instead of failing half-way.</summary>
    private static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct)
    {
        if (!IsPostgres(connection))
        {
            // Serializable is "begin immediate" on SQLite.
            return await connection.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        }

        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await ExecuteAsync(connection, transaction, Text("migration/postgres_lock.sql"), ct);
        await using var missing = Command(connection, transaction, Text("migration/postgres_schema.sql"));
        if (await missing.ExecuteScalarAsync(ct) is string create)
        {
            await ExecuteAsync(connection, transaction, create, ct);
        }

        return transaction;
    }

    private static void Check(List<Step> steps, Dictionary<long, string> applied, string what)
    {
        foreach (var (number, checksum) in applied)
        {
            var step = steps.Find(known => known.Number == number)
                ?? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                    $"{what} was written by a newer version (migration {number}): use that version or a later one"));
            if (step.Checksum != checksum)
            {
                throw new InvalidDataException($"{what}: migration {step.Name} differs from the one applied: "
                    + "this program was changed; use a released version");
            }
        }
    }

    /// <summary>Only SQLite clusters a table by "without rowid"; elsewhere the words are left out.</summary>
    private static string ForEngine(string sql, DbConnection connection) =>
        IsPostgres(connection) ? sql.Replace(" without rowid", "", StringComparison.Ordinal) : sql;

    /// <summary>By its type's name: not every project that migrates a database knows Npgsql.</summary>
    private static bool IsPostgres(DbConnection connection) =>
        connection.GetType().Name.StartsWith("Npgsql", StringComparison.Ordinal);

    private static List<Step> Steps() =>
        [.. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Load)];

    private static Step Load(string resource)
    {
        var name = Path.GetFileNameWithoutExtension(resource);
        var sql = Text(resource);
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        return new Step(long.Parse(name[..4], CultureInfo.InvariantCulture), name, sql, checksum);
    }

    private static string Text(string resource)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<Dictionary<long, string>> AppliedAsync(
        DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = Command(connection, transaction, Text("migration/applied.sql"));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new Dictionary<long, string>();
        while (await reader.ReadAsync(ct))
        {
            applied.Add(reader.GetInt64(0), reader.GetString(2));
        }

        return applied;
    }

    private static async Task RecordAsync(
        DbConnection connection, DbTransaction transaction, Step step, CancellationToken ct)
    {
        await using var command = Command(connection, transaction, Text("migration/record.sql"));
        Bind(command, "@number", step.Number);
        Bind(command, "@name", step.Name);
        Bind(command, "@checksum", step.Checksum);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task ExecuteAsync(
        DbConnection connection, DbTransaction transaction, string sql, CancellationToken ct)
    {
        await using var command = Command(connection, transaction, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
