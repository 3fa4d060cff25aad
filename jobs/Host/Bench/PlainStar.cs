using System.Diagnostics;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>DuckDB's own <c>create table as</c> of the sales facts of a generation, into a file beside it.</summary>
internal sealed class PlainStar(StarFolder folder, Manifest manifest, string temp)
{
    public async Task<(double Seconds, long Bytes)> CopyAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(temp);
        var file = Path.Combine(temp, $"plain-{Guid.NewGuid():N}.duckdb");
        await using var session = await StarSession.OpenAsync(folder, manifest, new StarSessionOptions(), ct);
        try
        {
            var startedAt = Stopwatch.GetTimestamp();
            await session.ExecuteAsync(
                BenchSql.Text("Bench/plain_star.sql").Replace("{file}", file, StringComparison.Ordinal), ct);
            return (Stopwatch.GetElapsedTime(startedAt).TotalSeconds, new FileInfo(file).Length);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
