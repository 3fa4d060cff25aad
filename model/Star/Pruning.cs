namespace Analytics.Star;

/// <summary>Which generations are kept: the served one, the newest, and the last of each of the latest days.</summary>
/// <param name="Newest">How many of the newest; the served one is kept beside them.</param>
/// <param name="Days">For how many days back, in UTC, the last generation of the day; 0 for none.</param>
public sealed record Pruning(int Newest = 5, int Days = 7)
{
    /// <summary>Those of a folder that are not kept, newest first.</summary>
    internal IReadOnlyList<Manifest> Outdated(IReadOnlyList<Manifest> newestFirst, string? served, DateTimeOffset now)
    {
        var first = now.UtcDateTime.Date.AddDays(1 - Days);
        var lastOfDay = newestFirst.Where(manifest => manifest.BuiltAt.UtcDateTime >= first)
            .GroupBy(manifest => manifest.BuiltAt.UtcDateTime.Date).Select(day => day.First().Generation);
        var kept = newestFirst.Take(Newest).Select(manifest => manifest.Generation).Concat(lastOfDay)
            .ToHashSet(StringComparer.Ordinal);
        return newestFirst.Where(manifest => manifest.Generation != served && !kept.Contains(manifest.Generation))
            .ToList();
    }
}
