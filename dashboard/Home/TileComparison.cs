namespace Analytics.Dashboard.Home;

/// <summary>A measure against one window: the window's name, the movement, and the base figure in full.</summary>
public sealed record TileComparison(string Window, Movement Movement, string Base);
