using System.Text.RegularExpressions;

namespace Analytics.Reports.Definition;

/// <summary>The leading comment of a report: <c>-- key: value</c>, a value goes on in lines that are
/// indented.</summary>
internal sealed partial class Header
{
    private static readonly string[] Keys = ["title", "grain", "params", "share", "chart", "drill", "deliver", "why"];

    private readonly Dictionary<string, List<HeaderLine>> values = new(StringComparer.Ordinal);

    private Header()
    {
    }

    /// <summary>Number of the first line after the header.</summary>
    public int SqlLine { get; private set; }

    public static Header Read(IReadOnlyList<string> lines, List<HeaderFault> faults)
    {
        var header = new Header();
        string? key = null;
        var at = 0;
        for (; at < lines.Count && lines[at].StartsWith("--", StringComparison.Ordinal); at++)
        {
            key = header.Take(lines[at], at + 1, key, faults);
        }
        header.SqlLine = at + 1;
        return header;
    }

    /// <summary>The lines of a key's value, without those that are empty.</summary>
    public IReadOnlyList<HeaderLine> Lines(string key) =>
        values.TryGetValue(key, out var lines) ? lines.Where(line => line.Text.Length > 0).ToList() : [];

    /// <summary>A key's value on one line, or null where the header does not have it. Chinese goes on without a blank.
    /// </summary>
    public string? Text(string key)
    {
        var lines = Lines(key);
        return lines.Count == 0 ? null : lines.Select(line => line.Text).Aggregate(
            (text, next) => IsWide(text[^1]) && IsWide(next[0]) ? text + next : $"{text} {next}");
    }

    private static bool IsWide(char letter) => letter >= '\u2e80';

    /// <summary>Where a key stands, for messages about it; the first line where it is missing.</summary>
    public int LineOf(string key) => values.TryGetValue(key, out var lines) ? lines[0].Line : 1;

    private string? Take(string line, int number, string? key, List<HeaderFault> faults)
    {
        var match = KeyLine().Match(line);
        if (match.Success)
        {
            var name = match.Groups[1].Value;
            if (!Keys.Contains(name))
            {
                faults.Add(new(number, $"unknown key '{name}'; the keys are {string.Join(", ", Keys)}"));
            }
            else if (values.ContainsKey(name))
            {
                faults.Add(new(number, $"key '{name}' stands twice; keep one"));
            }
            values[name] = [new(match.Groups[2].Value.Trim(), number)];
            return name;
        }
        if (key is not null && Continuation().IsMatch(line))
        {
            values[key].Add(new(line[2..].Trim(), number));
        }
        else if (line.Trim().Length > 2)
        {
            faults.Add(new(number, "a header line is '-- key: value' or goes on, indented, from the line before"));
        }
        return key;
    }

    [GeneratedRegex(@"^-- ?([a-z_]+):(.*)$")]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^--\s{2,}\S")]
    private static partial Regex Continuation();
}
