using Analytics.Model;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.SQLite;
using Microsoft.Data.Sqlite;

namespace Analytics.Workspace;

/// <summary>What users keep, of one company: <c>workspace.db</c>, migrated to this program's version.</summary>
/// <remarks>Safe for any number of callers and processes at once: each call has a connection of its own, and a write
/// is one short transaction.</remarks>
public sealed class WorkspaceDb : IAsyncDisposable
{
    private const int SqliteNotADatabase = 26;

    private readonly string connectionString;
    private readonly DataOptions options;

    private WorkspaceDb(string path, TimeProvider clock)
    {
        FilePath = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        options = new DataOptions().UseSQLite(connectionString, SQLiteProvider.Microsoft);
        Accounts = new Accounts(this, clock);
        Tokens = new Tokens(this, clock);
        Configs = new Configs(this, clock);
        LiveSources = new LiveSources(this, clock);
    }

    public string FilePath { get; }

    public Accounts Accounts { get; }

    public Tokens Tokens { get; }

    public Configs Configs { get; }

    public LiveSources LiveSources { get; }

    /// <summary>Opens or creates the workspace; its folder must exist.</summary>
    /// <exception cref="InvalidDataException">The file is no workspace, or one of a newer version: one line saying what
    /// to do.</exception>
    public static async Task<WorkspaceDb> OpenAsync(string path, TimeProvider clock, CancellationToken ct)
    {
        var workspace = new WorkspaceDb(path, clock);
        try
        {
            await using var connection = new SqliteConnection(workspace.connectionString);
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = Text("sql/open.sql");
            await command.ExecuteNonQueryAsync(ct);
            await Migrations.ApplyAsync(connection, path, ct);
            return workspace;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SqliteNotADatabase)
        {
            await workspace.DisposeAsync();
            throw new InvalidDataException(
                $"{path} is not a workspace: restore it from a backup or name another data folder");
        }
        catch
        {
            await workspace.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets go of the file.</summary>
    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    internal DataConnection Connect() => new(options);

    private static string Text(string file)
    {
        using var stream = typeof(WorkspaceDb).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
