using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>An in-process DuckDB instance with one star file as its default catalog: temporary tables for staging
/// beside it, spilling to a folder of its own.</summary>
/// <remarks>One connection, for one caller at a time.</remarks>
public sealed class StarSession : IAsyncDisposable
{
    private const string Star = "star";

    private readonly DuckDBConnection connection;
    private readonly string tempFolder;
    private GenerationHold? hold;

    private StarSession(DuckDBConnection connection, string tempFolder)
    {
        this.connection = connection;
        this.tempFolder = tempFolder;
    }

    public DbConnection Connection => connection;

    /// <summary>A published generation with its annexes, read-only; staging beside it may be written.</summary>
    /// <exception cref="StarException">The generation is missing, corrupt or of a newer schema.</exception>
    public static async Task<StarSession> OpenAsync(
        StarFolder folder, Manifest manifest, StarSessionOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(options);
        folder.Check(manifest);
        var temp = options.TempFolderFor(folder, "check-" + Guid.NewGuid().ToString("N")[..8]);
        var hold = GenerationHold.Take(folder, manifest.Generation);
        try
        {
            var session = await OpenFileAsync(folder.BasePath(manifest), options, temp, ct);
            session.hold = hold;
            await session.AttachAsync(folder, manifest, ct);
            return session;
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Runs the statements of a text; <paramref name="parameters"/> are bound by name.</summary>
    /// <returns>Rows changed by the last statement.</returns>
    public async Task<long> ExecuteAsync(
        string sql, CancellationToken ct, params IReadOnlyList<(string Name, object Value)> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value));
        }

        return await DuckDb.RunAsync(() => command.ExecuteNonQueryAsync(ct), ct);
    }

    /// <summary>Reads the first rows of a query, each turned into a value.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql, Func<DbDataReader, T> row, int atMost, CancellationToken ct,
        params IReadOnlyList<(string Name, object Value)> parameters)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(parameters);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value));
        }

        await using var reader = await DuckDb.RunAsync(() => command.ExecuteReaderAsync(ct), ct);
        var rows = new List<T>();
        while (rows.Count < atMost && await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Appends to a table of the star itself.</summary>
    public RowAppender AppendTo(string table) => new(connection.CreateAppender(Star, "main", table));

    /// <summary>Appends to a temporary table.</summary>
    public RowAppender AppendToStaging(string table) => new(connection.CreateAppender("temp", "main", table));

    /// <summary>Appends to a temporary table of bigint and varchar columns, by the chunk.</summary>
    public ChunkAppender AppendChunksToStaging(string table) => new(connection.NativeConnection, table);

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        hold?.Dispose();
        if (Directory.Exists(tempFolder))
        {
            Directory.Delete(tempFolder, recursive: true);
        }
    }

    /// <summary>The rows of a query, by the chunk.</summary>
    internal ChunkReader ReadChunks(string sql) => new(connection.NativeConnection, sql);

    internal static Task<StarSession> CreateAsync(
        string file, StarSessionOptions options, string tempFolder, CancellationToken ct) =>
        OpenAsync(file, "", options, tempFolder, ct);

    /// <summary>A file of the star that is published, read-only.</summary>
    internal static Task<StarSession> OpenFileAsync(
        string file, StarSessionOptions options, string tempFolder, CancellationToken ct) =>
        OpenAsync(file, " (read_only)", options, tempFolder, ct);

    /// <summary>Writes everything into the file and lets go of it: afterwards there is no WAL beside it.</summary>
    internal async Task CloseFileAsync(CancellationToken ct)
    {
        await ExecuteAsync($"checkpoint {Star}", ct);
        await ExecuteAsync("use memory", ct);
        await ExecuteAsync($"detach {Star}", ct);
    }

    /// <summary>How many rows a table of the star has.</summary>
    public async Task<long> CountAsync(string table, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = StarSchema.Files.Read("statements/count_rows.sql");
        command.Parameters.Add(new DuckDBParameter("table_name", table));
        var count = await DuckDb.RunAsync(() => command.ExecuteScalarAsync(ct), ct);
        return Convert.ToInt64(count, CultureInfo.InvariantCulture);
    }

    internal async Task<(DateOnly First, DateOnly Last)> BusinessDatesAsync(DateOnly fallback, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = StarSchema.Files.Read("statements/business_dates.sql");
        command.Parameters.Add(new DuckDBParameter("fallback_date", fallback));
        await using var reader = await DuckDb.RunAsync(() => command.ExecuteReaderAsync(ct), ct);
        await reader.ReadAsync(ct);
        return (reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1));
    }

    /// <summary>Annexes are found by their tables' names, after the base's own.</summary>
    private async Task AttachAsync(StarFolder folder, Manifest manifest, CancellationToken ct)
    {
        var path = Star + ".main";
        try
        {
            foreach (var annex in manifest.Annexes)
            {
                var file = folder.AnnexPath(annex);
                try
                {
                    await ExecuteAsync($"attach {DuckDb.Literal(file)} as annex_{annex.Table} (read_only)", ct);
                }
                catch (DuckDBException e)
                {
                    throw DuckDb.Unreadable(file, e);
                }

                path += $",annex_{annex.Table}.main";
            }

            await ExecuteAsync($"set search_path = {DuckDb.Literal(path)}", ct);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private static async Task<StarSession> OpenAsync(
        string file, string mode, StarSessionOptions options, string tempFolder, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Directory.CreateDirectory(tempFolder);
        var connection = await DuckDb.OpenInstanceAsync(options, tempFolder, ct);
        var session = new StarSession(connection, tempFolder);
        try
        {
            await session.ExecuteAsync($"attach {DuckDb.Literal(file)} as {Star}{mode}", ct);
            await session.ExecuteAsync($"use {Star}", ct);
            return session;
        }
        catch (DuckDBException e)
        {
            await session.DisposeAsync();
            throw DuckDb.Unreadable(file, e);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
