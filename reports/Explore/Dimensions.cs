using Analytics.Reports.Relations;
using Analytics.Star;

namespace Analytics.Reports.Explore;

/// <summary>What a generation's relations can be told apart by.</summary>
public static class Dimensions
{
    /// <summary>Names of dimensions, empty where there is no such relation.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(StarLease lease, string relation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var tables = await StarTables.ReadAsync(lease, ct).ConfigureAwait(false);
        return tables.Candidates(relation, withRollups: false) is [var fact] ? tables.DimensionsOf(fact) : [];
    }
}
