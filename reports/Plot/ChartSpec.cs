namespace Analytics.Reports.Plot;

/// <summary>What a report's header says of its chart: <c>line bucket sales_amount by by_name</c>.</summary>
/// <param name="Across">Column along the axis.</param>
/// <param name="Measure">Column of the figures.</param>
/// <param name="Series">Column whose values are a line or a group of bars each; null for one.</param>
internal sealed record ChartSpec(bool IsLine, string Across, string Measure, string? Series)
{
    /// <summary>Null where the text is not of that form.</summary>
    public static ChartSpec? Parse(string? text) =>
        (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var kind and ("line" or "bar"), var across, var measure] => new(kind == "line", across, measure, null),
            [var kind and ("line" or "bar"), var across, var measure, "by", var series] =>
                new(kind == "line", across, measure, series),
            _ => null,
        };
}
