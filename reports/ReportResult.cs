using Analytics.Star;

namespace Analytics.Reports;

/// <summary>The answer of a report: what a page shows and what every export writes, same rows, order and
/// labels.</summary>
/// <remarks>Cells are null, string, DateOnly, long, decimal or bool, as <see cref="ReportColumn.Type"/> says.</remarks>
public sealed record ReportResult
{
    public required string Report { get; init; }

    public required Label Title { get; init; }

    public required string Generation { get; init; }

    /// <summary>The moment up to which the generation holds every document (数据截至).</summary>
    public required DateTimeOffset CompleteTo { get; init; }

    /// <summary>Resolved, in the order of the report's header: string, DateOnly, long, decimal, bool or a list of
    /// string.</summary>
    public required IReadOnlyDictionary<string, object?> Params { get; init; }

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>How many leading dimensions each row tells: all of them in a row of the grain, fewer in a subtotal,
    /// 0 in a row of others. Null where all rows are of the grain.</summary>
    public IReadOnlyList<int>? Levels { get; init; }

    /// <summary>Computed over the whole range, never summed from <see cref="Rows"/>; null where the report has
    /// none.</summary>
    public object?[]? Totals { get; init; }

    /// <summary>The current range, then one per comparison; empty for a report without a range.</summary>
    public IReadOnlyList<WindowRange> Windows { get; init; } = [];

    /// <summary>How the report wants to be drawn, as its header says; null leaves it to the answer.</summary>
    public string? Chart { get; init; }

    /// <summary>What the reader should know: ranges of different length, windows that coincide.</summary>
    public IReadOnlyList<Label> Notes { get; init; } = [];

    /// <summary>The tables it stood on, separated by commas.</summary>
    public string Relation { get; init; } = "";

    /// <summary>From the request's arrival to the last row, the engine's share included.</summary>
    public double ElapsedMs { get; init; }

    /// <summary>The engine's share of <see cref="ElapsedMs"/>: all windows and totals together.</summary>
    public double EngineMs { get; init; }
}
