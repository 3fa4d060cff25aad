using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Dashboard.Home;

/// <summary>Everything the home page shows, from one generation.</summary>
public sealed record HomeModel
{
    public required HomeState State { get; init; }

    public required Manifest Manifest { get; init; }

    public required IReadOnlyList<Tile> Tiles { get; init; }

    /// <summary>Null where there is nothing to draw.</summary>
    public required Trend? Trend { get; init; }

    /// <summary>Null where the question was refused.</summary>
    public required TableView? Table { get; init; }

    public required IReadOnlyList<ReportRefusal> Refusals { get; init; }
}
