using System.Globalization;

namespace Analytics.Ingest.Demo;

/// <summary>The rows of an embedded word list, without its heading. The lists hold no quotes, so a comma is a comma.
/// </summary>
internal static class WordList
{
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"Demo/{name}.csv")
            ?? throw new ArgumentException($"no word list {name}", nameof(name));
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(row => row.Split(','))];
    }

    public static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    public static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
