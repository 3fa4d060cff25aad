namespace Analytics.Ingest.Lineage;

/// <summary>What a column of the star is made from. What a join or a filter looks at is not told, only what the value
/// is made of, with the conditions that choose it.</summary>
/// <param name="Column">Of the star.</param>
/// <param name="Star">Columns of the star that it is made from directly, as a rollup is from its fact.</param>
/// <param name="Staging">All columns of staging it leads back to, through those too.</param>
public sealed record ColumnLineage(
    ColumnName Column, IReadOnlyList<ColumnName> Star, IReadOnlyList<StagedColumn> Staging)
{
    /// <summary>It is made of nothing that is read: the same in every row, or counted.</summary>
    public bool IsConstant => Star.Count == 0 && Staging.Count == 0;

    /// <summary>All columns of the book it leads back to.</summary>
    public IEnumerable<ColumnName> Ledger => Staging.SelectMany(staged => staged.Ledger).Distinct().Order();
}
