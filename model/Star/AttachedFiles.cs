using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>The files that an instance has attached, read-only: each once, however many generations stand on it, and
/// let go of with the last of them.</summary>
/// <remarks>For one caller at a time. DuckDB refuses a second attachment of a file, so names follow files and not
/// generations.</remarks>
internal sealed class AttachedFiles
{
    private readonly Dictionary<string, int> users = new(StringComparer.Ordinal);

    /// <summary>The name that a file is attached by: <c>20261122T183000.duckdb</c> by <c>g20261122T183000</c>.
    /// </summary>
    public static string NameOf(string file) =>
        "g" + Path.GetFileNameWithoutExtension(file).Replace('.', '_');

    /// <returns>Whether it was not attached yet.</returns>
    /// <exception cref="StarException">It cannot be opened.</exception>
    public async Task<bool> AttachAsync(DuckDBConnection connection, string file, CancellationToken ct)
    {
        var isNew = !users.TryGetValue(file, out var count);
        if (isNew)
        {
            try
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"attach {DuckDb.Literal(file)} as {NameOf(file)} (read_only)";
                await DuckDb.RunAsync(() => command.ExecuteNonQueryAsync(ct), ct);
            }
            catch (DuckDBException e)
            {
                throw DuckDb.Unreadable(file, e);
            }
            catch
            {
                // Stopped on its way: it may be attached all the same.
                Run(connection, $"detach database if exists {NameOf(file)}");
                throw;
            }
        }

        users[file] = count + 1;
        return isNew;
    }

    public void Detach(DuckDBConnection connection, string file)
    {
        if (--users[file] > 0)
        {
            return;
        }

        users.Remove(file);
        Run(connection, $"detach {NameOf(file)}");
    }

    private static void Run(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
