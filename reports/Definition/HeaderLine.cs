namespace Analytics.Reports.Definition;

/// <summary>A text of a header and the line of the file it stands on.</summary>
internal readonly record struct HeaderLine(string Text, int Line);
