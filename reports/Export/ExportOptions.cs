using System.Globalization;

namespace Analytics.Reports.Export;

/// <summary>How an answer is written.</summary>
/// <param name="Culture">Language of labels; files for programs carry both whatever it is.</param>
/// <param name="TempFolder">Where a format that is written by way of a file may put it; nothing stays there.</param>
public sealed record ExportOptions(CultureInfo Culture, string TempFolder)
{
    /// <summary>Who has it printed or written (打印人); empty says nothing of it.</summary>
    public string PrintedBy { get; init; } = "";

    /// <summary>When, by the company's clock (打印时间); null says nothing of it.</summary>
    public DateTimeOffset? PrintedAt { get; init; }

    /// <summary>What pages are laid out for, of forms that have pages.</summary>
    public Paper Paper { get; init; } = Paper.A4;

    /// <summary>A workbook of the company's own to be filled, for <see cref="ExportFormat.Xlsx"/>; null for the usual
    /// one.</summary>
    public string? Template { get; init; }

    /// <summary>Rows that a sheet holds, its head with them.</summary>
    internal int MostSheetRows { get; init; } = LargeXlsxFile.MostSheetRows;
}
