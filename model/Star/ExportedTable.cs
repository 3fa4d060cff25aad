namespace Analytics.Star;

/// <summary>One table of an export.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns and their types, in order.</param>
/// <param name="Files">All files that make the table, also those that an earlier export has.</param>
public sealed record ExportedTable(
    string Name, IReadOnlyList<ExportedColumn> Columns, IReadOnlyList<ExportedFile> Files);
