using System.Text.Json;

namespace Analytics.Ingest.Lineage;

/// <summary>Follows the columns of a select through its parsed tree to the columns of the tables it reads.</summary>
/// <remarks>What the tree holds that is not known here is an error and not left out: lineage that misses a source would
/// be believed.</remarks>
internal sealed class SelectReader
{
    private readonly Func<string, Relation> tables;
    private readonly SelectReader? outer;
    private readonly Dictionary<string, Relation> common;
    private readonly List<(string Alias, Relation Relation)> from = [];

    /// <param name="tables">What a name means that is no common table.</param>
    public SelectReader(Func<string, Relation> tables) : this(tables, null, [])
    {
    }

    private SelectReader(Func<string, Relation> tables, SelectReader? outer, Dictionary<string, Relation> common)
    {
        this.tables = tables;
        this.outer = outer;
        this.common = common;
    }

    /// <summary>What a select answers.</summary>
    public Relation Read(JsonElement node)
    {
        // Common tables are seen from here on inwards, the parts of the select not from outside.
        var inner = new SelectReader(tables, outer, new(common, StringComparer.OrdinalIgnoreCase));
        foreach (var (name, value) in Entries(node.GetProperty("cte_map")))
        {
            var names = Names(value.GetProperty("aliases"));
            inner.common[name] = inner.Read(value.GetProperty("query").GetProperty("node")).Renamed(names);
        }

        return Text(node, "type") switch
        {
            "SELECT_NODE" => inner.ReadSelect(node),
            "SET_OPERATION_NODE" => inner.Read(node.GetProperty("left")).With(
                inner.Read(node.GetProperty("right")), Text(node, "setop_type") == "UNION_BY_NAME"),
            "RECURSIVE_CTE_NODE" => inner.ReadRecursive(node),
            var other => throw Unknown(other),
        };
    }

    private Relation ReadSelect(JsonElement node)
    {
        ReadFrom(node.GetProperty("from_table"));
        var columns = new List<(string, IReadOnlySet<ColumnName>)>();
        foreach (var item in node.GetProperty("select_list").EnumerateArray())
        {
            if (Text(item, "class") == "STAR")
            {
                columns.AddRange(from.SelectMany(part => part.Relation.Columns ?? throw Unknown("* of a table")));
                continue;
            }

            var sources = new HashSet<ColumnName>();
            Collect(item, sources);
            columns.Add((NameOf(item, columns.Count), sources));
        }

        return new Relation(columns, from.SelectMany(part => part.Relation.Rows).ToHashSet(), null);
    }

    /// <summary>What the step adds to a column is found by taking the step until nothing new comes.</summary>
    private Relation ReadRecursive(JsonElement node)
    {
        var name = Text(node, "cte_name");
        var names = Names(node.GetProperty("aliases"));
        var sofar = Read(node.GetProperty("left")).Renamed(names);
        for (var before = -1; before != Size(sofar);)
        {
            before = Size(sofar);
            common[name] = sofar;
            sofar = sofar.With(Read(node.GetProperty("right")), isByName: false) with { Rows = sofar.Rows };
        }

        return sofar;

        static int Size(Relation relation) => relation.Columns!.Sum(column => column.From.Count);
    }

    private void ReadFrom(JsonElement part)
    {
        var alias = Text(part, "alias");
        switch (Text(part, "type"))
        {
            case "EMPTY":
                break;
            case "BASE_TABLE":
                var name = Text(part, "table_name");
                from.Add((alias.Length > 0 ? alias : name, common.GetValueOrDefault(name) ?? tables(name)));
                break;
            case "JOIN":
                ReadFrom(part.GetProperty("left"));
                ReadFrom(part.GetProperty("right"));
                break;
            case "SUBQUERY":
                var answer = new SelectReader(tables, this, common)
                    .Read(part.GetProperty("subquery").GetProperty("node"));
                from.Add((alias, answer.Renamed(Names(part.GetProperty("column_name_alias")))));
                break;
            case "EXPRESSION_LIST":
                from.Add((alias, Values(part)));
                break;
            case var other:
                throw Unknown(other);
        }
    }

    private Relation Values(JsonElement part)
    {
        var columns = new List<(string, IReadOnlySet<ColumnName>)>();
        foreach (var row in part.GetProperty("values").EnumerateArray())
        {
            var at = 0;
            foreach (var cell in row.EnumerateArray())
            {
                var sources = new HashSet<ColumnName>();
                Collect(cell, sources);
                if (at == columns.Count)
                {
                    columns.Add(($"col{at}", sources));
                }
                else
                {
                    columns[at] = (columns[at].Item1, columns[at].Item2.Union(sources).ToHashSet());
                }

                at++;
            }
        }

        return new Relation(columns, new HashSet<string>(), null);
    }

    /// <summary>All columns that an expression speaks of, whatever it does with them.</summary>
    private void Collect(JsonElement expression, HashSet<ColumnName> sources)
    {
        if (expression.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in expression.EnumerateArray())
            {
                Collect(part, sources);
            }
        }

        if (expression.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        switch (Text(expression, "class"))
        {
            case "COLUMN_REF":
                sources.UnionWith(Find(Names(expression.GetProperty("column_names"))));
                return;
            case "FUNCTION" when Text(expression, "function_name") == "count_star":
                sources.UnionWith(from.SelectMany(part => part.Relation.Rows)
                    .Select(table => new ColumnName(table, ColumnName.Rows)));
                break;
            case "SUBQUERY":
                var answer = new SelectReader(tables, this, common)
                    .Read(expression.GetProperty("subquery").GetProperty("node"));
                sources.UnionWith(answer.Columns!.SelectMany(column => column.From));
                Collect(expression.GetProperty("child"), sources);
                return;
            case "STAR":
                throw Unknown("* in an expression");
        }

        foreach (var property in expression.EnumerateObject())
        {
            Collect(property.Value, sources);
        }
    }

    private IReadOnlySet<ColumnName> Find(List<string> names)
    {
        var column = names[^1];
        for (var reader = this; reader is not null; reader = reader.outer)
        {
            var parts = names.Count > 1
                ? reader.from.Where(part => string.Equals(part.Alias, names[^2], StringComparison.OrdinalIgnoreCase))
                : reader.from.Where(part => part.Relation.Columns is not null || reader.from.Count == 1);
            var found = parts.Select(part => part.Relation.Find(column)).OfType<IReadOnlySet<ColumnName>>().ToList();
            if (found.Count == 1)
            {
                return found[0];
            }
        }

        throw Unknown("column " + string.Join('.', names));
    }

    private static string NameOf(JsonElement item, int at)
    {
        var alias = Text(item, "alias");
        if (alias.Length > 0)
        {
            return alias;
        }

        return Text(item, "class") == "COLUMN_REF" ? Names(item.GetProperty("column_names"))[^1] : $"col{at}";
    }

    private static IEnumerable<(string Name, JsonElement Value)> Entries(JsonElement map) =>
        map.GetProperty("map").EnumerateArray()
            .Select(entry => (entry.GetProperty("key").GetString()!, entry.GetProperty("value")));

    private static List<string> Names(JsonElement list) =>
        list.EnumerateArray().Select(name => name.GetString()!).ToList();

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static NotSupportedException Unknown(string what) => new($"lineage does not follow {what}");
}
