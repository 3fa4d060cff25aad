namespace Analytics.Reports.Relations;

/// <summary>What decides, beside the text, on which tables the text stands.</summary>
internal sealed record Footing(Scope Scope, bool UseRollups)
{
    /// <summary>Dimension by parameter name; null where the parameter is <c>none</c>.</summary>
    public IReadOnlyDictionary<string, string?> Dimensions { get; init; } = new Dictionary<string, string?>();

    /// <summary><c>zh</c> or <c>en</c>: of names that differ by language.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>Every range of the run, bucket or whole, is made of whole months.</summary>
    public bool WholeMonths { get; init; }

    /// <summary>A branch may count one day in part: tables have to tell days apart, and the fact gives that day.
    /// </summary>
    public bool IsCut { get; init; }

    /// <summary>Ids of the only stores that count; null where all do. Beside the scope, never in its stead.</summary>
    public IReadOnlyList<long>? Stores { get; init; }

    /// <summary>Sales count with tax.</summary>
    public bool IsTaxIncluded { get; init; }

    /// <summary>Same text for the same tables and views.</summary>
    public string Key => string.Join(
        '\n',
        Scope.Key,
        UseRollups,
        WholeMonths,
        IsCut,
        IsTaxIncluded,
        Language,
        Stores is null ? "" : string.Join(',', Stores),
        string.Join(';', Dimensions.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}={entry.Value}")));
}
