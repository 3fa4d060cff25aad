namespace Analytics.Star;

/// <summary>How the rows of one table differ between two generations.</summary>
/// <param name="Table">Its name.</param>
/// <param name="RowsBefore">In the first; null where the table is not in it.</param>
/// <param name="RowsAfter">In the second; null where the table is not in it.</param>
/// <param name="Added">Rows whose key only the second has; null where the columns differ, so that rows cannot be
/// compared.</param>
/// <param name="Removed">Rows whose key only the first has.</param>
/// <param name="Changed">Rows that both have, with other content.</param>
public sealed record TableDifference(
    string Table, long? RowsBefore, long? RowsAfter, long? Added, long? Removed, long? Changed)
{
    /// <summary>Whether both hold the same rows.</summary>
    public bool IsNone => RowsBefore == RowsAfter && Added == 0 && Removed == 0 && Changed == 0;
}
