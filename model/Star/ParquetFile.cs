using System.Data.Common;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>A Parquet file of somebody else's, read row by row in an in-memory instance of its own.</summary>
public sealed partial class ParquetFile : IDisposable
{
    /// <summary>Enough for row groups as other programs write them; what exceeds it spills.</summary>
    private static readonly StarSessionOptions Limits = new() { MemoryLimit = "1GB", Threads = 1 };

    private readonly DuckDBConnection connection;
    private readonly DbCommand command;

    private ParquetFile(DuckDBConnection connection, DbCommand command, DbDataReader rows)
    {
        this.connection = connection;
        this.command = command;
        Rows = rows;
    }

    /// <summary>Stands before the first row. Reading on fails with a <see cref="DbException"/> where the file is
    /// damaged.</summary>
    public DbDataReader Rows { get; }

    /// <param name="path">The file's.</param>
    /// <param name="tempFolder">Where the engine spills.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="DbException">It is no Parquet file.</exception>
    public static async Task<ParquetFile> OpenAsync(string path, string tempFolder, CancellationToken ct)
    {
        var connection = await DuckDb.OpenInstanceAsync(Limits, tempFolder, ct);
        DuckDBCommand? command = null;
        try
        {
            command = connection.CreateCommand();
            command.UseStreamingMode = true;
            command.CommandText = StarSchema.Files.Read("statements/read_parquet.sql");
            command.Parameters.Add(new DuckDBParameter("path", Wild().Replace(Path.GetFullPath(path), "[$0]")));
            var rows = await DuckDb.RunAsync(() => command.ExecuteReaderAsync(ct), ct);
            return new ParquetFile(connection, command, rows);
        }
        catch
        {
            command?.Dispose();
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        Rows.Dispose();
        command.Dispose();
        connection.Dispose();
    }

    /// <summary>Signs that would make the engine look for files of similar names.</summary>
    [GeneratedRegex(@"[*?\[]")]
    private static partial Regex Wild();
}
