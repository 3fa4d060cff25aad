using Analytics.Ingest.Import.Expressions;
using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>Finds the columns that a mapping's formulas name, in the head of the source and of its related
/// files.</summary>
internal sealed class Columns
{
    private readonly List<(string Name, Dictionary<string, int> Places)> _parts = [];
    private readonly List<List<int>> kept = [];

    public Columns(IReadOnlyList<string> header) => Add("", header);

    /// <summary>A related file, in the order of the joins.</summary>
    public void Add(string name, IReadOnlyList<string> header)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var n = 0; n < header.Count; n++)
        {
            if (header[n].Length > 0)
            {
                places.Add(header[n], n);
            }
        }

        _parts.Add((name, places));
        kept.Add([]);
    }

    /// <summary>The columns of related file n (from 1) that were found so far, in the order of their places.</summary>
    public IReadOnlyList<int> Kept(int part) => kept[part];

    /// <summary>The columns of the source itself that the mapping names and this head does not have.</summary>
    public static IReadOnlyList<string> Missing(MappingFile file, IReadOnlyList<string> header)
    {
        var columns = new Columns(header);
        return [.. MappingFormulas.All(file)
            .SelectMany(named => named.Formula.Root.Columns())
            .Where(column => !IsJoined(file, column.Name) && columns.Place(column.Name) is null)
            .Select(column => column.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public static bool IsJoined(MappingFile file, string column) =>
        file.Joins.Any(join => column.StartsWith(join.Name + ".", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="FormulaException">There is no such column.</exception>
    public ColumnPlace Find(Node.Column column) => Place(column.Name) ?? throw new FormulaException(
        column.At,
        $"no column '{column.Name}'" + (column.IsBare ? $"; a fixed text stands in quotes: '{column.Name}'" : ""));

    private ColumnPlace? Place(string name)
    {
        if (_parts[0].Places.TryGetValue(name, out var own))
        {
            return new ColumnPlace(0, own);
        }

        for (var part = 1; part < _parts.Count; part++)
        {
            var prefix = _parts[part].Name + ".";
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && _parts[part].Places.TryGetValue(name[prefix.Length..], out var column))
            {
                return new ColumnPlace(part, Keep(part, column));
            }
        }

        return null;
    }

    private int Keep(int part, int column)
    {
        var at = kept[part].IndexOf(column);
        if (at < 0)
        {
            at = kept[part].Count;
            kept[part].Add(column);
        }

        return at;
    }
}
