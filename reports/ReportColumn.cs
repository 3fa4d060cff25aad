using Analytics.Star;

namespace Analytics.Reports;

/// <summary>One column of an answer.</summary>
/// <param name="Name">Stable, e.g. <c>sales_amount_change_last_year</c>.</param>
/// <param name="Unit">As in the glossary: CNY, piece, …; empty where there is none.</param>
public sealed record ReportColumn(string Name, ColumnType Type, Label Label, string Unit)
{
    public ColumnRole Role { get; init; }

    /// <summary>Whether figures of different rows may be added.</summary>
    public bool IsAdditive { get; init; }

    /// <summary>The measure the column is about, e.g. <c>sales_amount</c>; null for columns that identify the
    /// row.</summary>
    public string? Measure { get; init; }

    /// <summary>Key of the comparison window the column is about; null for the current range.</summary>
    public string? Window { get; init; }

    /// <summary>What people read in place of its values where those are codes, by code; null for any other column.
    /// </summary>
    public IReadOnlyDictionary<string, Label>? Codes { get; init; }

    /// <summary>The member of the dimension across that the column is about, as its title; null for any other.
    /// </summary>
    public Label? Group { get; init; }
}
