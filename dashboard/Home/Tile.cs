namespace Analytics.Dashboard.Home;

/// <summary>Today, this week or this month at a glance.</summary>
/// <param name="Period">The report's name for it, such as this_week.</param>
/// <param name="Title">今日 …</param>
/// <param name="Range">The days it covers.</param>
/// <param name="Url">The table of the same period.</param>
/// <param name="Figures">Amount first, which leads; then quantity, margin, margin rate.</param>
public sealed record Tile(string Period, string Title, string Range, string Url, IReadOnlyList<TileFigure> Figures);
