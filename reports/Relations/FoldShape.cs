namespace Analytics.Reports.Relations;

/// <summary>How a text reads a relation whose rows may be summed before anything is joined to them: the sums of its
/// sums are the same.</summary>
/// <param name="Date">The column by which rows lie in a bucket.</param>
/// <param name="Summed">Columns of which only the sum is asked for.</param>
/// <param name="Keys">All other columns it reads: rows may be put together only where these are equal.</param>
/// <param name="Filtered">Those of the keys that rows are chosen by.</param>
internal sealed record FoldShape(
    string Date, IReadOnlySet<string> Summed, IReadOnlySet<string> Keys, IReadOnlySet<string> Filtered)
{
    /// <summary>What a view of the relation has to give.</summary>
    public IEnumerable<string> Columns => Keys.Concat(Summed).Append(Date).Distinct(StringComparer.Ordinal);
}
