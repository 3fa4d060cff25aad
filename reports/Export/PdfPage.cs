namespace Analytics.Reports.Export;

/// <summary>One page of a printed answer: rows from one up to before another.</summary>
internal sealed record PdfPage(PdfSheet Sheet, int From, int To, bool IsLast);
