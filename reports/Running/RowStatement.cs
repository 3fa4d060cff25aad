namespace Analytics.Reports.Running;

/// <summary>The statement that answers a report's rows one after the other, in the order and the columns of the file.
/// </summary>
/// <param name="Sql">Over the branch of the rows.</param>
/// <param name="Schema">Its columns: those of the answer, then what rows are told apart by beside them.</param>
internal sealed record RowStatement(string Sql, AnswerSchema Schema)
{
    /// <param name="sql">The report's text over its one branch.</param>
    /// <param name="found">The columns of that.</param>
    /// <param name="answer">Which of them make up the answer, in its order.</param>
    /// <param name="order">Expressions to order by; none where the text orders its rows itself.</param>
    public static RowStatement Of(
        string sql, IReadOnlyList<FoundColumn> found, IReadOnlyList<int> answer, IEnumerable<string> order)
    {
        int[] places = [.. answer, .. Enumerable.Range(0, found.Count).Where(place => !answer.Contains(place))];
        var list = string.Join(", ", places.Select(place => $"{found[place].Cast} as {Quoted(found[place].Name)}"));
        var sorted = string.Join(", ", order);
        return new(
            $"select {list}\nfrom (\n{sql}) as answer{(sorted.Length > 0 ? "\norder by " : "")}{sorted}",
            new([.. places.Select(place => found[place].Name)], [.. places.Select(place => found[place].Type)]));
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
