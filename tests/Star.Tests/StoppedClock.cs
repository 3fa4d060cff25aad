namespace Analytics.Star.Tests;

/// <summary>A clock that shows noon of 2026-07-01 UTC, or another moment.</summary>
internal sealed class StoppedClock(DateTimeOffset? now = null) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now ?? new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
}
