using System.Globalization;

namespace Analytics.Host;

/// <summary>What the command line says, in the reader's language: <c>texts.csv</c>, key|zh|en.</summary>
internal static class Texts
{
    private static readonly Dictionary<string, (string Zh, string En)> All = Read();

    /// <summary>zh-CN unless the environment asks for English.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(IsEnglish() ? "en" : "zh-CN");

    private static bool InEnglish => Culture.Name == "en";

    public static string Say(string key, params ReadOnlySpan<object?> values)
    {
        var (zh, en) = All[key];
        return string.Format(CultureInfo.InvariantCulture, InEnglish ? en : zh, values);
    }

    public static string Pick(string zh, string en) => InEnglish ? en : zh;

    private static bool IsEnglish()
    {
        string[] names = ["ANALYTICS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        return names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) ?? false;
    }

    private static Dictionary<string, (string Zh, string En)> Read()
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream("texts.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(row => row.Split('|'))
            .ToDictionary(cells => cells[0], cells => (Unescape(cells[1]), Unescape(cells[2])), StringComparer.Ordinal);
    }

    private static string Unescape(string text) => text
        .Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\t", "\t", StringComparison.Ordinal);
}
