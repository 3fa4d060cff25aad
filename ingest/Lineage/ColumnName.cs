namespace Analytics.Ingest.Lineage;

/// <summary>A column of a table of the star, of staging or of the Ledger.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its name; * for the table's rows, as a count of them takes it.</param>
public readonly record struct ColumnName(string Table, string Column) : IComparable<ColumnName>
{
    /// <summary>Stands for the rows of a table.</summary>
    internal const string Rows = "*";

    public static bool operator <(ColumnName left, ColumnName right) => left.CompareTo(right) < 0;

    public static bool operator >(ColumnName left, ColumnName right) => left.CompareTo(right) > 0;

    public static bool operator <=(ColumnName left, ColumnName right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ColumnName left, ColumnName right) => left.CompareTo(right) >= 0;

    public int CompareTo(ColumnName other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => $"{Table}.{Column}";
}
