using System.Globalization;

namespace Analytics.Reports.Export;

/// <summary>How an answer is written.</summary>
/// <param name="Culture">Language of labels; files for programs carry both whatever it is.</param>
/// <param name="TempFolder">Where a format that is written by way of a file may put it; nothing stays there.</param>
public sealed record ExportOptions(CultureInfo Culture, string TempFolder);
