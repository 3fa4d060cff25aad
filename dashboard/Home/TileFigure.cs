namespace Analytics.Dashboard.Home;

/// <summary>One measure on a tile.</summary>
/// <param name="Measure">Its name, such as sales_amount.</param>
/// <param name="Label">What the reader calls it.</param>
/// <param name="Number">Short form; <see cref="Unit"/> apart.</param>
/// <param name="Unit">万元, K CNY …; may be empty.</param>
/// <param name="Whole">The figure in full, for who asks.</param>
/// <param name="IsNegative">Shown red with its minus.</param>
/// <param name="Comparisons">Against each window, in the tile's order.</param>
public sealed record TileFigure(
    string Measure, string Label, string Number, string Unit, string Whole, bool IsNegative,
    IReadOnlyList<TileComparison> Comparisons);
