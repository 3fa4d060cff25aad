using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Tidy.Rules;

/// <summary>Every column of the Star and every measure is explained once, in <c>model/Star/glossary.csv</c>.</summary>
internal static partial class GlossaryRules
{
    private const string Glossary = "model/Star/glossary.csv";
    private const string Header = "name,zh,en,unit,kind,meaning,not";

    private static readonly string[] Needed = ["name", "zh", "en", "kind", "meaning"];

    public static IEnumerable<Finding> EveryNameHasOneRow(Repository repository)
    {
        var rows = Rows(repository).ToLookup(row => row.Cells[0], StringComparer.Ordinal);
        foreach (var name in Columns(repository).Concat(Measures(repository)).DistinctBy(name => name.Name))
        {
            if (!rows.Contains(name.Name))
            {
                yield return name.File.At(
                    name.Line, $"{name.Name} is not in the glossary", $"add its row to {Glossary}");
            }
        }

        foreach (var row in rows.SelectMany(same => same.Skip(1)))
        {
            yield return new Finding(Glossary, row.Line, $"second row for {row.Cells[0]}", "keep one meaning a name");
        }
    }

    /// <summary>Used: a column, a measure, a table, a dimension (store, of store_code and store_name), or a name that a
    /// report's SQL or the reports' code speaks of.</summary>
    public static IEnumerable<Finding> EveryRowIsUsed(Repository repository)
    {
        var columns = Columns(repository).Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        var used = columns
            .Concat(columns.Where(name => name.EndsWith("_code", StringComparison.Ordinal))
                .Select(name => name[..^"_code".Length])
                .Where(name => columns.Contains(name + "_name") || columns.Contains(name + "_name_zh")))
            .Concat(Measures(repository).Select(name => name.Name))
            .Concat(repository.Sql.Where(file => file.IsUnder("model/Star/schema")).Select(file => file.Stem))
            .Concat(repository.Under("reports").Where(file => file.Extension is ".sql" or ".cs")
                .SelectMany(file => Word().Matches(file.Text).Select(match => match.Value)))
            .ToHashSet(StringComparer.Ordinal);
        return Rows(repository).Where(row => !used.Contains(row.Cells[0]))
            .Select(row => new Finding(Glossary, row.Line, $"{row.Cells[0]} is the name of nothing", "delete the row"));
    }

    public static IEnumerable<Finding> RowsAreComplete(Repository repository)
    {
        var file = repository.Find(Glossary);
        if (file is null || file.Lines[0] != Header)
        {
            yield return new Finding(Glossary, 1, "missing, or with another header", $"begin it with {Header}");
            yield break;
        }

        var names = Header.Split(',');
        foreach (var row in Rows(repository))
        {
            if (row.Cells.Count != names.Length)
            {
                yield return file.At(row.Line, FormattableString.Invariant($"{row.Cells.Count} cells"),
                    FormattableString.Invariant($"write {names.Length}"));
                continue;
            }

            foreach (var empty in Needed.Where(name => row.Cells[Array.IndexOf(names, name)].Length == 0))
            {
                yield return file.At(row.Line, $"{row.Cells[0]} has no {empty}", "fill it in");
            }
        }
    }

    private static IEnumerable<(string Name, SourceFile File, int Line)> Columns(Repository repository) =>
        from file in repository.Sql
        where file.IsUnder("model/Star/schema")
        let bare = SqlText.Bare(file.Text)
        from match in Column().Matches(bare)
        where match.Groups["name"].Value != "create"
        select (match.Groups["name"].Value, file, file.LineOf(match.Index));

    private static IEnumerable<(string Name, SourceFile File, int Line)> Measures(Repository repository) =>
        from file in repository.Sql
        where file.IsUnder("model/Star/measures")
        let bare = SqlText.Bare(file.Text)
        from match in Macro().Matches(bare)
        select (match.Groups["name"].Value, file, file.LineOf(match.Index));

    private static IEnumerable<(int Line, List<string> Cells)> Rows(Repository repository) =>
        repository.Find(Glossary) is { } file
            ? file.Lines.Select((text, index) => (Line: index + 1, Text: text))
                .Skip(1).Where(row => row.Text.Length > 0).Select(row => (row.Line, Cells(row.Text)))
            : [];

    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in row)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    [GeneratedRegex(@"^ +(?<name>[a-z_]\w*)\s+[a-z]+", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex(@"\bmacro\s+(?<name>\w+)\s*\(")]
    private static partial Regex Macro();

    [GeneratedRegex(@"[a-z_]\w*")]
    private static partial Regex Word();
}
