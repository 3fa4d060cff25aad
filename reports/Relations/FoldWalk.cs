using System.Text.Json;

namespace Analytics.Reports.Relations;

/// <summary>Finds in a text's syntax tree the select that reads a relation within the buckets, and whether it would
/// answer the same over sums of the relation's rows.</summary>
/// <param name="relation">Joined on the bucket's dates and read nowhere else.</param>
/// <param name="sums">Of each measure and each column it takes, whether it only sums it; null for a measure that goes
/// by the number of rows.</param>
/// <remarks>Anything that is not known to go by sums and by what keys there are is refused.</remarks>
internal sealed class FoldWalk(string relation, IReadOnlyDictionary<string, IReadOnlyList<bool>?> sums)
{
    /// <summary>Answers that do not depend on how often a value is there.</summary>
    private static readonly HashSet<string> OfValues = ["min", "max", "any_value", "bool_and", "bool_or"];

    private readonly HashSet<string> summed = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);
    private string alias = "";
    private string date = "";
    private bool isRefused;

    /// <summary>Null where the rows have to be read one by one.</summary>
    public FoldShape? Read(JsonElement root)
    {
        if (SelectOf(root) is not { } select
            || select.GetProperty("group_expressions").GetArrayLength() == 0
            || select.GetProperty("group_sets").GetArrayLength() > 1
            || select.GetProperty("qualify").ValueKind == JsonValueKind.Object
            || select.GetProperty("sample").ValueKind == JsonValueKind.Object)
        {
            return null;
        }
        Visit(select.GetProperty("where_clause"));
        var filtered = keys.ToHashSet(StringComparer.Ordinal);
        var isChosenByRequest = HasParameter(select.GetProperty("where_clause"));
        Visit(select.GetProperty("select_list"));
        Visit(select.GetProperty("group_expressions"));
        Visit(select.GetProperty("having"));
        answered.UnionWith(select.GetProperty("select_list").EnumerateArray().Select(column => Text(column, "alias")));
        Visit(select.GetProperty("modifiers"));
        // A column that is summed and told apart by would be summed once for all rows that are alike in it.
        return isRefused || isChosenByRequest || summed.Count == 0 || summed.Overlaps(keys)
            ? null
            : new(date, summed, keys, filtered);
    }

    /// <summary>The select that reads the relation and the bucket, joined on the bucket's days alone.</summary>
    private JsonElement? SelectOf(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().Select(SelectOf).FirstOrDefault(found => found is not null);
        }
        if (node.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        if (Text(node, "type") == "SELECT_NODE" && ReadsBoth(node.GetProperty("from_table")))
        {
            return node;
        }
        return node.EnumerateObject().Select(property => SelectOf(property.Value))
            .FirstOrDefault(found => found is not null);
    }

    private bool ReadsBoth(JsonElement from)
    {
        if (Text(from, "type") != "JOIN" || Text(from.GetProperty("condition"), "type") != "COMPARE_BETWEEN")
        {
            return false;
        }
        JsonElement[] sides = [from.GetProperty("left"), from.GetProperty("right")];
        var own = sides.FirstOrDefault(side => Text(side, "table_name") == relation);
        if (own.ValueKind != JsonValueKind.Object
            || !sides.Any(side => Text(side, "table_name") == ViewComposer.Bucket))
        {
            return false;
        }
        alias = Text(own, "alias") is { Length: > 0 } given ? given : relation;
        date = from.GetProperty("condition").GetProperty("input").GetProperty("column_names")[1].GetString()!;
        return true;
    }

    private void Visit(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in node.EnumerateArray())
            {
                Visit(child);
            }
        }
        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        switch (Text(node, "class"))
        {
            case "COLUMN_REF":
                TakeKey(node.GetProperty("column_names"));
                return;
            case "FUNCTION":
                TakeCall(node);
                return;
            case "WINDOW" or "SUBQUERY" or "STAR":
                isRefused = true;
                return;
        }
        foreach (var property in node.EnumerateObject())
        {
            Visit(property.Value);
        }
    }

    private void TakeKey(JsonElement names)
    {
        // A name alone may be the relation's, unless it orders by one that the select gives.
        isRefused |= names.GetArrayLength() != 2
            && !(names.GetArrayLength() == 1 && answered.Contains(names[0].GetString()!));
        if (names[0].GetString() == alias)
        {
            keys.Add(names[names.GetArrayLength() - 1].GetString()!);
        }
    }

    private void TakeCall(JsonElement call)
    {
        var name = Text(call, "function_name");
        var given = call.GetProperty("children").EnumerateArray().ToList();
        var isDistinct = call.GetProperty("distinct").GetBoolean();
        if (name == "sum" && !isDistinct)
        {
            TakeSummed(given, [true]);
        }
        else if (sums.TryGetValue(name, out var ofMeasure))
        {
            isRefused |= ofMeasure is null || ofMeasure.Count != given.Count;
            TakeSummed(given, ofMeasure ?? []);
        }
        else
        {
            isRefused |= AllowedFunctions.IsOverRows(name) && !OfValues.Contains(name)
                && !(name == "count" && isDistinct && given.Count > 0);
            Visit(call.GetProperty("children"));
        }
        Visit(call.GetProperty("filter"));
        if (call.TryGetProperty("order_bys", out var order))
        {
            Visit(order);
        }
    }

    private void TakeSummed(List<JsonElement> given, IReadOnlyList<bool> isSummed)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (i < isSummed.Count && isSummed[i] && Text(given[i], "class") == "COLUMN_REF"
                && given[i].GetProperty("column_names") is var names && names.GetArrayLength() == 2
                && names[0].GetString() == alias)
            {
                summed.Add(names[1].GetString()!);
            }
            else
            {
                Visit(given[i]);
            }
        }
    }

    private static bool HasParameter(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Any(HasParameter),
        JsonValueKind.Object => Text(node, "class") == "PARAMETER"
            || node.EnumerateObject().Any(property => HasParameter(property.Value)),
        _ => false,
    };

    private static string Text(JsonElement node, string property) => TextWalk.Text(node, property);
}
