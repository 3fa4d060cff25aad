namespace Analytics.Reports.Definition;

/// <summary>What is wrong with a definition, and on which line of its file.</summary>
internal readonly record struct HeaderFault(int Line, string Message);
