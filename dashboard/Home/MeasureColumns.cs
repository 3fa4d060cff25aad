namespace Analytics.Dashboard.Home;

/// <summary>Where a measure stands in a row: its current figure, then each window's.</summary>
public sealed record MeasureColumns(int Current, List<WindowColumns> Windows);
