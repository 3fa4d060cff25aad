using System.Text.Json;

namespace Analytics.Star;

/// <summary>What DuckDB's own parser makes of selects: trees as JSON, without binding them to any table.</summary>
public static class SelectTrees
{
    /// <summary>The root of each select's tree, in order.</summary>
    /// <exception cref="StarException">A text is no select.</exception>
    public static async Task<IReadOnlyList<JsonElement>> ParseAsync(IEnumerable<string> selects, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(selects);
        await using var connection = await DuckDb.OpenInstanceAsync(new() { Threads = 1 }, "", ct);
        await using var command = connection.CreateCommand();
        command.CommandText = StarSchema.Files.Read("statements/parse.sql");
        var trees = new List<JsonElement>();
        foreach (var select in selects)
        {
            command.Parameters.Clear();
            command.Parameters.Add(new DuckDB.NET.Data.DuckDBParameter("text", select));
            var text = (string)(await DuckDb.RunAsync(() => command.ExecuteScalarAsync(ct), ct))!;
            using var tree = JsonDocument.Parse(text);
            trees.Add(tree.RootElement.GetProperty("error").GetBoolean()
                ? throw new StarException(
                    $"this is no select ({tree.RootElement.GetProperty("error_message").GetString()}): {select}")
                : tree.RootElement.GetProperty("statements")[0].GetProperty("node").Clone());
        }

        return trees;
    }
}
