using System.Text.Json;

namespace Analytics.Reports.Relations;

/// <summary>Walks the syntax tree of one text and gathers what it names.</summary>
/// <param name="measures">The Star's macros, which a text may call, by name.</param>
internal sealed class TextWalk(IReadOnlyDictionary<string, IReadOnlyList<bool>?> measures)
{
    private static readonly string[] AllowedTableFunctions = ["range", "unnest", "generate_series"];

    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);

    /// <summary>A name for each time it is read.</summary>
    public List<string> Tables { get; } = [];

    public HashSet<string> Expressions { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Columns { get; } = new(StringComparer.Ordinal);

    public HashSet<string> JoinedOnBuckets { get; } = new(StringComparer.Ordinal);

    public List<string> Faults { get; } = [];

    public bool HasStar { get; private set; }

    public void Read(JsonElement root)
    {
        if (root.GetProperty("error").GetBoolean())
        {
            Faults.Add(root.GetProperty("error_message").GetString()!.ReplaceLineEndings(" "));
            return;
        }
        var statements = root.GetProperty("statements");
        if (statements.GetArrayLength() != 1)
        {
            Faults.Add("a report is one select statement");
        }
        Visit(root, "");
        Resolve(root);
    }

    private void Visit(JsonElement node, string within)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in node.EnumerateArray())
            {
                Visit(child, within);
            }
        }
        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        Take(node, within);
        foreach (var property in node.EnumerateObject())
        {
            Visit(property.Value, property.Name);
        }
    }

    private void Take(JsonElement node, string within)
    {
        switch (Text(node, "type"))
        {
            case "BASE_TABLE":
                TakeTable(node);
                break;
            case "RECURSIVE_CTE_NODE":
                Faults.Add("a recursive expression is not allowed; it has no bound");
                break;
            case "COLUMN_REF":
                TakeColumn(node.GetProperty("column_names"));
                break;
            case "STAR" when within == "select_list":
                HasStar = true;
                break;
        }
        if (Text(node, "class") is "FUNCTION" or "WINDOW")
        {
            TakeCall(node, isTable: within == "function");
        }
        if (within == "map" && node.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String)
        {
            Expressions.Add(key.GetString()!);
        }
    }

    private void TakeColumn(JsonElement names)
    {
        var name = names[names.GetArrayLength() - 1].GetString()!;
        Columns.Add(name);
        if (names.GetArrayLength() == 1 && AllowedFunctions.Hides(name))
        {
            Faults.Add($"'{name}' is not allowed; take a parameter, such as: on_date date = today");
        }
    }

    private void TakeCall(JsonElement node, bool isTable)
    {
        var name = Text(node, "function_name");
        if (isTable)
        {
            if (!AllowedTableFunctions.Contains(name))
            {
                Faults.Add($"table function '{name}' is not allowed; read logical relations");
            }
            return;
        }
        var isOperator = node.TryGetProperty("is_operator", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (!isOperator && !AllowedFunctions.Contains(name) && !measures.ContainsKey(name))
        {
            Faults.Add($"function '{name}' is not on the list of those a report may call");
        }
    }

    private void TakeTable(JsonElement node)
    {
        var name = Text(node, "table_name");
        if (Text(node, "schema_name").Length > 0 || Text(node, "catalog_name").Length > 0)
        {
            Faults.Add($"'{name}' is qualified; name logical relations alone");
        }
        Tables.Add(name);
        var alias = Text(node, "alias");
        aliases[alias.Length > 0 ? alias : name] = name;
    }

    /// <summary>Joins come before the names they use in the tree, so they are looked at when every name is
    /// known.</summary>
    private void Resolve(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in node.EnumerateArray())
            {
                Resolve(child);
            }
        }
        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        if (Text(node, "type") == "JOIN" && Text(node, "join_type") == "INNER")
        {
            TakeCondition(node.GetProperty("condition"));
        }
        foreach (var property in node.EnumerateObject())
        {
            Resolve(property.Value);
        }
    }

    private void TakeCondition(JsonElement condition)
    {
        if (condition.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        if (Text(condition, "type") == "CONJUNCTION_AND")
        {
            foreach (var child in condition.GetProperty("children").EnumerateArray())
            {
                TakeCondition(child);
            }
        }
        var isWithinBucket = Text(condition, "type") == "COMPARE_BETWEEN"
            && Qualified(condition.GetProperty("lower")) is (ViewComposer.Bucket, "from_date")
            && Qualified(condition.GetProperty("upper")) is (ViewComposer.Bucket, "to_date");
        if (isWithinBucket
            && Qualified(condition.GetProperty("input")) is (var relation, "period_date" or "business_date"))
        {
            JoinedOnBuckets.Add(relation);
        }
    }

    private (string Relation, string Column) Qualified(JsonElement node)
    {
        if (Text(node, "type") != "COLUMN_REF" || node.GetProperty("column_names").GetArrayLength() != 2)
        {
            return ("", "");
        }
        var names = node.GetProperty("column_names");
        return (aliases.GetValueOrDefault(names[0].GetString()!, ""), names[1].GetString()!);
    }

    /// <summary>A property of a node that is a text; empty where it has none.</summary>
    public static string Text(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object
        && node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
