namespace Analytics.Reports.Definition;

/// <summary>The names of the columns a text answers with, as they stand in its outermost select.</summary>
internal static class SelectList
{
    private static readonly string[] Ends = ["from", "where", "group", "union", "order", "limit", "having", "qualify"];

    /// <summary>Name and line of each column; null as name where a column has none.</summary>
    public static IReadOnlyList<(string? Name, int Line)> Of(IReadOnlyList<SqlToken> tokens)
    {
        var columns = new List<(string?, int)>();
        var item = new List<SqlToken>();
        var isInside = false;
        foreach (var token in tokens.Where(token => token.Depth == 0))
        {
            if (!isInside)
            {
                isInside = token.IsWord("select");
                continue;
            }
            var isEnd = Ends.Any(token.IsWord);
            if (isEnd || token is { Kind: SqlTokenKind.Sign, Text: "," or ";" })
            {
                Add(columns, item);
            }
            else
            {
                item.Add(token);
            }
            if (isEnd)
            {
                return columns;
            }
        }
        Add(columns, item);
        return columns;
    }

    private static void Add(List<(string?, int)> columns, List<SqlToken> item)
    {
        if (item.Count > 0)
        {
            columns.Add((NameOf(item), item[^1].Line));
            item.Clear();
        }
    }

    /// <summary>After <c>as</c>, or of a bare column, qualified or not.</summary>
    private static string? NameOf(List<SqlToken> item)
    {
        if (item[^1].Kind != SqlTokenKind.Word)
        {
            return null;
        }
        var isBare = item.Count == 1
            || (item.Count == 3 && item[1] is { Kind: SqlTokenKind.Sign, Text: "." });
        return isBare || item[^2].IsWord("as") ? item[^1].Text : null;
    }
}
