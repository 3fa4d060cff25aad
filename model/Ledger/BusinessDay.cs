namespace Analytics.Ledger;

/// <summary>When a business day (营业日) begins: midnight in the company's time zone, later by the cut-over.</summary>
/// <remarks>A sale at 01:30 under a cut-over of 02:00 belongs to the day before.</remarks>
public sealed record BusinessDay(TimeZoneInfo Zone, TimeSpan CutOver)
{
    public static readonly BusinessDay Shanghai =
        new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), TimeSpan.Zero);

    /// <summary>The business date of an instant, and the minutes gone since that day began.</summary>
    public (DateOnly Date, int Minute) Of(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone).DateTime - CutOver;
        return (DateOnly.FromDateTime(local), (int)local.TimeOfDay.TotalMinutes);
    }

    /// <summary>The instant at which a business date begins.</summary>
    public DateTimeOffset BeginOf(DateOnly date) => At(date.ToDateTime(default) + CutOver);

    /// <summary>The instant of a wall-clock time in the company's zone. A time that the zone skips moves on with the
    /// clock.</summary>
    public DateTimeOffset At(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall));
    }
}
