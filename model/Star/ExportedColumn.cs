namespace Analytics.Star;

/// <summary>A column of an exported table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">As the engine writes it, such as DECIMAL(18,4).</param>
public sealed record ExportedColumn(string Name, string Type);
