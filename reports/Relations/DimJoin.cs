namespace Analytics.Reports.Relations;

/// <summary>A dimension as one table joins it.</summary>
/// <param name="Alias">The dimension's own name, or the role it plays.</param>
/// <param name="FactKey">The table's column that names a row of the dimension.</param>
/// <param name="DimKey">The dimension's column it names.</param>
internal sealed record DimJoin(StarTable Dim, string Alias, string FactKey, string DimKey)
{
    private string Own => Dim.Name["dim_".Length..];

    private bool IsRole => Alias != Own;

    /// <summary>What a dimension of the table is called in this join: <c>depot</c> for <c>store</c> in that role.
    /// </summary>
    public string NameOf(string dimension) =>
        !IsRole ? dimension : dimension == Own ? Alias : $"{Alias}_{dimension}";

    /// <summary>The table's column that a name means in this join; null where it means none.</summary>
    public string? ColumnOf(string column) =>
        !IsRole ? column
        : !column.StartsWith(Alias + "_", StringComparison.Ordinal) ? null
        : Dim.Has(Own + column[Alias.Length..]) ? Own + column[Alias.Length..]
        : column[(Alias.Length + 1)..];
}
