using System.Collections;
using System.Globalization;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Reports;

/// <summary>What people read in place of the names of parameters and of the words that they take: words.csv, and the
/// glossary for dimensions. A company's own report may use others, which are then shown as they are.</summary>
public static class ReportWords
{
    private static readonly Dictionary<(string Kind, string Name), Label> Words =
        new SqlFiles(typeof(ReportWords).Assembly).Read("words.csv").Split('\n').Skip(1)
            .Select(line => line.TrimEnd('\r').Split('|')).Where(fields => fields.Length == 4)
            .ToDictionary(fields => (fields[0], fields[1]), fields => new Label(fields[2], fields[3]));

    private static readonly Lazy<Glossary> Glossary = new(Star.Glossary.Load);

    /// <summary>Of a parameter; null where none is known.</summary>
    public static Label? Parameter(string name) => Find("parameter", name) ?? Find("code", name);

    /// <summary>Of a word that a parameter takes, or of a dimension or measure; null where none is known.</summary>
    public static Label? Value(string name) => Find("value", name) ?? Glossary.Value.Find(name)?.Label;

    /// <summary>Of a period; null where it has no name.</summary>
    public static Label? Period(string name) => Find("period", name);

    /// <summary>A parameter with its value, as a line of a printed page has it.</summary>
    internal static string Said(string name, object? value, CultureInfo culture)
    {
        var label = Parameter(name)?.In(culture) ?? name;
        return $"{label}{new Label("：", ": ").In(culture)}{Text(name, value).In(culture)}";
    }

    private static Label Text(string name, object? value) => value switch
    {
        bool flag => CellText.Said(flag),
        string text when name == "period" => Period(text) ?? new(text, text),
        string text when Find("parameter", name) is not null => Value(text) ?? new(text, text),
        // A code of the company's own stays what it is, though it be a word.
        string text => new(text, text),
        IEnumerable list => Joined([.. list.Cast<object?>().Select(item => Text(name, item))]),
        _ => new(CellText.Exact(value), CellText.Exact(value)),
    };

    private static Label Joined(List<Label> labels) => new(
        string.Join('、', labels.Select(label => label.Zh)), string.Join(", ", labels.Select(label => label.En)));

    private static Label? Find(string kind, string name) =>
        Words.TryGetValue((kind, name), out var label) ? label : null;
}
