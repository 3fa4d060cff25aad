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

    private static readonly FrozenSet<string> Names = Read();

    public static IReadOnlyCollection<string> All => Names;

    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Whether a word that looks like a column is a function that reads a clock or the session.</summary>
    public static bool Hides(string word) => Hidden.Contains(word);

    private static FrozenSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("statements/functions.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .SelectMany(line => line.Split(',')[1].Split(' '))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
