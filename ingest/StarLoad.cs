using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>The statements of load/*.sql: staging into dimensions and facts, facts into rollups.</summary>
public static class StarLoad
{
    private static readonly SqlFiles Files = new(typeof(StarLoad).Assembly);

    /// <summary>Fills the rollups from the facts that stand in the session's star.</summary>
    public static Task RollupsAsync(StarSession session, CancellationToken ct) => RunAsync(session, "rollup_", ct);

    private static async Task RunAsync(StarSession session, string prefix, CancellationToken ct)
    {
        foreach (var load in Files.Under("load/").Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            await session.ExecuteAsync(load.Text, ct).ConfigureAwait(false);
        }
    }
}
