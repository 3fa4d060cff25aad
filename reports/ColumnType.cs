using System.Diagnostics.CodeAnalysis;

namespace Analytics.Reports;

/// <summary>What the values of a column are: string, DateOnly, long, decimal, decimal (0–1, or points of it),
/// bool.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Headers and answers use these very names.")]
public enum ColumnType
{
    Text,
    Date,
    Int,
    Decimal,
    Rate,
    Bool,
}
