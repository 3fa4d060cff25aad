namespace Analytics.Reports.Relations;

/// <summary>Sums of a table's rows by some of its columns.</summary>
/// <param name="From">The rows: from where, and which of them.</param>
/// <param name="Rows">How many there are, about.</param>
/// <param name="Date">The column that dates them.</param>
/// <param name="SomeDay">Where they are not told apart by day, a day that all of them may stand for.</param>
internal sealed record Fold(string From, decimal Rows, string Date, string SomeDay)
{
    /// <summary>Columns that rows are told apart by, each with the most values it has.</summary>
    public required SortedDictionary<string, long> Keys { get; init; }

    /// <summary>Columns that are summed.</summary>
    public required SortedSet<string> Sums { get; init; }

    /// <summary>What serves both.</summary>
    public Fold With(Fold other) => this with
    {
        Keys = new(
            Keys.Concat(other.Keys).DistinctBy(entry => entry.Key).ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal),
        Sums = new(Sums.Union(other.Sums), StringComparer.Ordinal),
    };
}
