namespace Analytics.Ingest.Import;

/// <summary>A row of the source as text.</summary>
/// <param name="Line">The physical line it begins on, from 1; the row number in a workbook.</param>
/// <param name="Cells">As many as the head has.</param>
internal sealed record Row(long Line, string[] Cells)
{
    /// <summary>What is wrong with the row as such, such as fields missing; null where it is whole.</summary>
    public Words? Fault { get; init; }

    /// <summary>How many cells the source really has; the rest of <see cref="Cells"/> is filled with empty
    /// text.</summary>
    public int Filled { get; init; } = Cells.Length;

    /// <summary>The matching rows of the related files, in the order of the joins; null where there is none.</summary>
    public string[]?[] Related { get; set; } = [];

    public string Cell(int part, int index) => part == 0 ? Cells[index] : Related[part - 1]?[index] ?? "";
}
