using System.Globalization;
using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>How this project opens DuckDB and reads its failures.</summary>
internal static class DuckDb
{
    /// <summary>An in-memory instance with its own limits. Extensions are never fetched: what is not built in is an
    /// error at once, not a wait for the network.</summary>
    public static async Task<DuckDBConnection> OpenInstanceAsync(
        StarSessionOptions options, string tempFolder, CancellationToken ct)
    {
        var settings = new DuckDBConnectionStringBuilder();
        settings.DataSource = DuckDBConnectionStringBuilder.InMemoryDataSource;
        settings["memory_limit"] = options.MemoryLimit;
        settings["threads"] = options.Threads.ToString(CultureInfo.InvariantCulture);
        settings["temp_directory"] = tempFolder;
        settings["autoinstall_known_extensions"] = "false";
        settings["autoload_known_extensions"] = "false";
        var connection = new DuckDBConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a statement; one that the token interrupted ends as a cancellation, not as an engine
    /// error.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> statement, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return await statement();
        }
        catch (DuckDBException e) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, ct);
        }
    }

    /// <summary>A text as a literal, for statements that take no parameters.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static StarException Unreadable(string file, DuckDBException e) => new(
        $"The generation {file} cannot be opened ({FirstLine(e)}); "
        + "roll back to another generation, or build again with 'analytics snapshot --full'.", e);

    private static string FirstLine(DuckDBException e) => e.Message.Split('\n')[0].TrimEnd('\r', '.', ' ');
}
