using Analytics.Reports.Export;

namespace Analytics.Host.Commands;

/// <summary>What an answer is to become.</summary>
/// <param name="Format">Its form.</param>
/// <param name="Path">Of the file; null for the screen.</param>
internal sealed record AnswerFile(ExportFormat Format, string? Path)
{
    /// <summary>A workbook to be filled; null for the company's own of the report, or the usual one.</summary>
    public string? Template { get; init; }

    public Paper Paper { get; init; } = Paper.A4;

    /// <summary>Whose own workbook is looked for; null for none.</summary>
    public string? Report { get; init; }
}
