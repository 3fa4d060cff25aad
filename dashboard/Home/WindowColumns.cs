namespace Analytics.Dashboard.Home;

/// <summary>Where a window's figure stands in a row and where its growth; −1 where there is none.</summary>
public sealed record WindowColumns(int Base, int Growth);
