using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>The statements of load/*.sql: staging into dimensions and facts, facts into rollups. The stem of a file is
/// the table it fills.</summary>
public static class StarLoad
{
    private static readonly SqlFiles Files = new(typeof(StarLoad).Assembly);

    /// <summary>In the order they run: what a load reads stands before it.</summary>
    internal static IReadOnlyList<SqlFile> All { get; } = [.. Of("dim_"), .. Of("fact_"), .. Of("rollup_")];

    /// <summary>Fills the rollups from the facts that stand in the session's star.</summary>
    public static async Task RollupsAsync(StarSession session, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        foreach (var load in Of("rollup_"))
        {
            await session.ExecuteAsync(load.Text, ct);
        }
    }

    /// <summary>Runs one load. The fallback date stands in the calendar where no row bears one.</summary>
    internal static Task<long> RunAsync(SqlFile load, StarSession session, DateOnly fallback, CancellationToken ct) =>
        load.Name == "dim_date"
            ? session.ExecuteAsync(load.Text, ct, ("fallback_date", fallback))
            : session.ExecuteAsync(load.Text, ct);

    private static IEnumerable<SqlFile> Of(string prefix) =>
        Files.Under("load/").Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal));
}
