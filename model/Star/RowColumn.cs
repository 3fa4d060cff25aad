namespace Analytics.Star;

/// <summary>A column of a <see cref="RowFile"/>; its unit as in the glossary, empty where there is none.</summary>
public sealed record RowColumn(string Name, RowColumnType Type, Label Label, string Unit);
