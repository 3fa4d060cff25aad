using System.Text.Json;

namespace Analytics.Ingest.Import.Templates;

/// <summary>The words of <c>columns.csv</c>, in Chinese and English: of columns by the path of their field in a
/// request, of rows by the path of their list, of choices by type and name, such as "tender=cash".</summary>
/// <remarks>The English word of a column is its name here; fields may share it, for a row is of one part. Where kinds
/// name a field alike and mean otherwise, the path begins with the kind.</remarks>
internal static class Spellings
{
    public const string Kind = "kind";
    public const string DocumentNo = "document_no";
    public const string Part = "part";

    /// <summary>The choices of the column <see cref="Kind"/>.</summary>
    public const string Kinds = "document_kind";

    private static readonly Dictionary<string, Words> ByPath = Read();
    private static readonly Dictionary<string, Words> ByColumn = ByPath.Where(row => !IsChoice(row.Key))
        .DistinctBy(row => row.Value.En).ToDictionary(row => row.Value.En, row => row.Value, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> ByWord =
        Named(ByColumn.Values.Select(words => (words, words.En)));

    /// <summary>The choices of each type, by their words and by their name.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Choices = ByPath
        .Where(row => IsChoice(row.Key))
        .Select(row => (Key: row.Key.Split('='), row.Value))
        .GroupBy(row => row.Key[0], StringComparer.Ordinal)
        .ToDictionary(
            rows => rows.Key, rows => Named(rows.Select(row => (row.Value, row.Key[1]))), StringComparer.Ordinal);

    /// <summary>All that has words.</summary>
    public static IEnumerable<string> Paths => ByPath.Keys;

    /// <summary>The name of a field's column, or of a list's rows; its path where it has no words.</summary>
    public static string Column(string kind, string path) =>
        Said($"{kind}.{path}") is { } own ? own.En : Said(path)?.En ?? path;

    /// <summary>The name of a column, or of rows, as somebody wrote it; null where nothing is called so.</summary>
    public static string? Find(string word) => ByWord.GetValueOrDefault(word.Trim());

    /// <summary>What a column, or rows, are called in both languages.</summary>
    public static Words Of(string column) =>
        ByColumn.TryGetValue(column, out var words) ? words : new(column, column);

    /// <summary>A choice as somebody wrote it, by its name; null where it is none.</summary>
    public static string? Choice(string type, string word) =>
        Choices.TryGetValue(type, out var names) ? names.GetValueOrDefault(word) : null;

    public static Words OfChoice(string type, string name) => Said($"{type}={name}") ?? new(name, name);

    /// <summary>An enumeration's name among the choices.</summary>
    public static string TypeName(Type type) => Snake(type.Name);

    /// <summary>As the API spells names.</summary>
    public static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>The choices there are, by name, in the order of the list.</summary>
    public static IReadOnlyList<string> ChoicesOf(string type) =>
        Choices.TryGetValue(type, out var names) ? [.. names.Values.Distinct()] : [];

    /// <summary>The words of a path; null where it has none.</summary>
    public static Words? Said(string path) => ByPath.TryGetValue(path, out var words) ? words : null;

    private static bool IsChoice(string path) => path.Contains('=', StringComparison.Ordinal);

    private static Dictionary<string, string> Named(IEnumerable<(Words Words, string Name)> rows)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (words, name) in rows)
        {
            names.TryAdd(words.Zh, name);
            names.TryAdd(words.En, name);
            names.TryAdd(name, name);
        }

        return names;
    }

    private static Dictionary<string, Words> Read()
    {
        using var stream = typeof(Spellings).Assembly.GetManifestResourceStream("Import/Templates/columns.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => row.Split(','))
            .ToDictionary(row => row[0], row => new Words(row[1], row[2]), StringComparer.Ordinal);
    }
}
