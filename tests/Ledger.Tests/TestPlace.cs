using System.Data;
using System.Data.Common;
using Analytics.Fixtures;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Ledger.Tests;

/// <summary>Where a test's book lies, on the engine the run is for; removed afterwards.</summary>
/// <remarks>A file, unless <c>ANALYTICS_TEST_POSTGRES</c> names a PostgreSQL database: then a schema of its own.
/// </remarks>
public sealed class TestPlace : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ANALYTICS_TEST_POSTGRES");

    private readonly TempFolder? folder;
    private readonly string schema = "";

    public TestPlace()
    {
        if (!IsPostgres)
        {
            folder = new TempFolder();
            Text = folder.File("ledger.db");
            return;
        }

        schema = "test_" + Guid.NewGuid().ToString("N");
        Text = new NpgsqlConnectionStringBuilder(Server)
        {
            SearchPath = schema, ApplicationName = schema,
        }.ToString();
    }

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);

    /// <summary>What the user would name: a path or a connection string.</summary>
    public string Text { get; }

    /// <summary>A connection of its own, not the product's.</summary>
    public DbConnection Connect()
    {
        DbConnection connection = IsPostgres
            ? new NpgsqlConnection(Text + ";Pooling=false")
            : new SqliteConnection($"Data Source={Text};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Holds the book as a posting process does, until the transaction ends.</summary>
    public static DbTransaction Lock(DbConnection connection)
    {
        var transaction = connection.BeginTransaction(
            IsPostgres ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable);
        if (IsPostgres)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select seq from head for update";
            command.ExecuteNonQuery();
        }

        return transaction;
    }

    /// <summary>Ends every connection to the book but those that hold a lock and wait for nobody, on PostgreSQL.
    /// </summary>
    public void Disconnect()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = "
            + $"'{schema}' and pid <> pg_backend_pid() and state <> 'idle in transaction'";
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        folder?.Dispose();
        if (!IsPostgres)
        {
            return;
        }

        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"set client_min_messages = warning; drop schema if exists {schema} cascade";
        command.ExecuteNonQuery();
    }
}
