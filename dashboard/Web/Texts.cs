using Analytics.Star;

namespace Analytics.Dashboard.Web;

/// <summary>Every text of the pages in both languages, from texts.csv: key|zh|en, a line each.</summary>
internal sealed class Texts
{
    private readonly Dictionary<string, Label> byKey;

    private Texts(Dictionary<string, Label> byKey) => this.byKey = byKey;

    public IReadOnlyCollection<string> Keys => byKey.Keys;

    public Label this[string key] => byKey.TryGetValue(key, out var label)
        ? label
        : throw new KeyNotFoundException($"texts.csv has no line '{key}'");

    public static Texts Load()
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream("texts.csv")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    internal static Texts Parse(string text)
    {
        var texts = new Dictionary<string, Label>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            var fields = lines[i].Split('|');
            if (fields.Length != 3
                || fields.Any(string.IsNullOrWhiteSpace)
                || !texts.TryAdd(fields[0], new(fields[1], fields[2])))
            {
                throw new FormatException($"texts.csv:{i + 1}: key|zh|en expected, each once and none empty");
            }
        }

        return new(texts);
    }
}
