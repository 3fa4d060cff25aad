namespace Analytics.Reports.Relations;

/// <summary>What decides, beside the text, on which tables the text stands.</summary>
internal sealed record Footing(Scope Scope, bool UseRollups)
{
    /// <summary>Dimension by parameter name; null where the parameter is <c>none</c>.</summary>
    public IReadOnlyDictionary<string, string?> Dimensions { get; init; } = new Dictionary<string, string?>();

    /// <summary>Every range of the run, bucket or whole, is made of whole months.</summary>
    public bool WholeMonths { get; init; }

    /// <summary>Only lines before this minute of the day count; null takes the whole day.</summary>
    public int? BeforeMinute { get; init; }

    /// <summary>Same text for the same tables and views.</summary>
    public string Key => string.Join(
        '\n',
        Scope.Key,
        UseRollups,
        WholeMonths,
        BeforeMinute,
        string.Join(';', Dimensions.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}={entry.Value}")));
}
