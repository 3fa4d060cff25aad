using Analytics.Star;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>How customers are judged.</summary>
public sealed record LoyaltyOptions
{
    /// <summary>The last day that counts; null for the last business day of the generation.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Days up to it that sums and scores cover (统计窗口). Intervals are of all history.</summary>
    public int WindowDays { get; init; } = 365;

    /// <summary>Days of a span within which a customer who bought is active (活动期); the span before is as
    /// long.</summary>
    public int SpanDays { get; init; } = 90;

    /// <summary>Purchase days from which on a customer's own interval counts; below, that of its class.</summary>
    public int MinPurchases { get; init; } = 3;

    /// <summary>No interval counts as shorter when it is asked how late a customer is.</summary>
    public int FloorDays { get; init; } = 14;

    /// <summary>Days since the last purchase by the interval, up to which a level of leaving holds: as usual, due, to
    /// watch, warning; beyond the last, lost.</summary>
    public IReadOnlyList<decimal> Levels { get; init; } = [1.0m, 1.5m, 2m, 3m];

    public StarSessionOptions Session { get; init; } = new();
}
