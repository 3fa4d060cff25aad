using System.Globalization;
using System.Text;

namespace Analytics.Star;

/// <summary>The words of the Star, each said once: glossary.csv for names, codes.csv for values that are codes.
/// </summary>
public sealed class Glossary
{
    private const string Header = "name,zh,en,unit,kind,meaning,not";

    private static readonly HashSet<string> Kinds =
    [
        "table", "dimension", "key", "attribute", "additive", "semi-additive", "sum", "measure", "rate", "rank",
        "report",
    ];

    private readonly Dictionary<string, GlossaryEntry> byName;
    private readonly Dictionary<string, Dictionary<string, Label>> codes;

    private Glossary(
        IReadOnlyList<GlossaryEntry> entries, Dictionary<string, Dictionary<string, Label>> codes)
    {
        this.codes = codes;
        Entries = entries;
        byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<GlossaryEntry> Entries { get; }

    /// <summary>The glossary that is embedded.</summary>
    public static Glossary Load() => Parse(StarSchema.Files.Read("glossary.csv"));

    public GlossaryEntry? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What people read in place of the codes in a column, by code; null where it holds none.</summary>
    public IReadOnlyDictionary<string, Label>? Codes(string column) => codes.GetValueOrDefault(column);

    /// <summary>Reads the text of a glossary; every fault is named in one exception, a line each.</summary>
    internal static Glossary Parse(string text)
    {
        var lines = text.Split('\n');
        var errors = new List<string>();
        var entries = new List<GlossaryEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (lines[0].TrimEnd('\r') != Header)
        {
            errors.Add($"glossary.csv:1: the first line must be {Header}");
        }

        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
            {
                continue;
            }

            var fields = Fields(line);
            var fault = Fault(fields, seen);
            if (fault is not null)
            {
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"glossary.csv:{i + 1}: {fault}"));
                continue;
            }

            entries.Add(new(fields[0], new(fields[1], fields[2]), fields[3], fields[4], fields[5], fields[6]));
        }

        return errors.Count == 0
            ? new Glossary(entries, CodeWords.Load())
            : throw new FormatException(string.Join(Environment.NewLine, errors));
    }

    private static string? Fault(List<string> fields, HashSet<string> seen) => fields switch
    {
        { Count: not 7 } => $"7 fields expected, {fields.Count} found",
        _ when fields.Take(3).Any(field => field.Length == 0) => "name, zh and en must be filled",
        _ when fields[5].Length == 0 => $"'{fields[0]}' has no meaning",
        _ when !Kinds.Contains(fields[4]) => $"unknown kind '{fields[4]}'",
        _ when !seen.Add(fields[0]) => $"'{fields[0]}' has a row already",
        _ => null,
    };

    /// <summary>The fields of one line by RFC 4180; no field spans lines here.</summary>
    internal static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(c);
                i++;
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
