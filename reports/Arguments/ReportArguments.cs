using Analytics.Reports.Compare;

namespace Analytics.Reports.Arguments;

/// <summary>What a request comes to: typed values, and from the reserved names the range, its buckets and its windows.
/// </summary>
internal sealed record ReportArguments
{
    /// <summary>In the order of the header, <c>period</c> only where it gave the range.</summary>
    public required IReadOnlyDictionary<string, object?> Values { get; init; }

    /// <summary>Null where the report declares no range.</summary>
    public Period? Period { get; init; }

    public Grain Grain { get; init; }

    public IReadOnlyList<Window> Windows { get; init; } = [];

    /// <summary>Dimension by parameter name; null stands for none.</summary>
    public required IReadOnlyDictionary<string, string?> Dimensions { get; init; }

    /// <summary>These, and what a text binds beside its report's parameters.</summary>
    public ReportArguments With(IReadOnlyDictionary<string, object?> more) => more.Count == 0 ? this : this with
    {
        Values = Values.Concat(more).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
    };
}
