namespace Analytics.EndToEnd;

/// <summary>A clock that stands: the sample company's today is always the same day.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
