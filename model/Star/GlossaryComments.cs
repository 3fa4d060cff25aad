using System.Data.Common;

namespace Analytics.Star;

/// <summary>Writes the glossary into a generation as comments, so that a file explains itself in any DuckDB
/// tool.</summary>
internal static class GlossaryComments
{
    /// <summary>One statement for each table and column of the default catalog that the glossary knows.</summary>
    /// <remarks>Composed, because a comment takes no parameters; the texts are ours.</remarks>
    public static async Task<IReadOnlyList<string>> ForAsync(
        DbConnection connection, Glossary glossary, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = StarSchema.Files.Read("statements/columns.sql");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var statements = new List<string>();
        var tables = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            var (table, column) = (reader.GetString(0), reader.GetString(1));
            if (tables.Add(table) && glossary.Find(table) is { } about)
            {
                statements.Add($"comment on table {table} is {DuckDb.Literal(Text(about))}");
            }

            if (glossary.Find(column) is { } entry)
            {
                statements.Add($"comment on column {table}.{column} is {DuckDb.Literal(Text(entry))}");
            }
        }

        return statements;
    }

    private static string Text(GlossaryEntry entry)
    {
        var unit = entry.Unit.Length == 0 ? "" : $" [{entry.Unit}]";
        var not = entry.Not.Length == 0 ? "" : $" Not: {entry.Not}";
        return $"{entry.Label.Zh} | {entry.Label.En}{unit} | {entry.Meaning}{not}";
    }
}
