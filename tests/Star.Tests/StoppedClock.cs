namespace Analytics.Star.Tests;

/// <summary>A clock that shows noon of 2026-07-01 UTC.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
}
