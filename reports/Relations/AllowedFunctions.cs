using System.Collections.Frozen;
using System.Reflection;

namespace Analytics.Reports.Relations;

/// <summary>What a text may call beside operators and the Star's measures: the functions of <c>functions.csv</c>.
/// </summary>
/// <remarks>Each answers from its arguments alone: none reads a setting, a file, a clock or chance, and none makes a
/// long text of a short one. Estimates, and sums that depend on the order of rows, are left out.</remarks>
internal static class AllowedFunctions
{
    /// <summary>Words that read a clock or the session where no column has their name.</summary>
    private static readonly FrozenSet<string> Hidden = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "current_user",
        "current_role", "session_user", "current_catalog", "current_schema");

    private static readonly FrozenDictionary<string, string> Kinds = Read();

    public static IReadOnlyCollection<string> All => Kinds.Keys;

    public static bool Contains(string name) => Kinds.ContainsKey(name);

    /// <summary>Whether a function makes one value of many rows.</summary>
    public static bool IsOverRows(string name) => Kinds.GetValueOrDefault(name) == "over rows";

    /// <summary>Whether a word that looks like a column is a function that reads a clock or the session.</summary>
    public static bool Hides(string word) => Hidden.Contains(word);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("statements/functions.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .SelectMany(line => line[1].Split(' ').Select(name => (Name: name, Kind: line[0])))
            .ToFrozenDictionary(entry => entry.Name, entry => entry.Kind, StringComparer.OrdinalIgnoreCase);
    }
}
