using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>What "today" is for a generation: never after the day it is complete to, or a period that runs would show
/// days nobody has entered yet as days without sales.</summary>
internal sealed record BusinessClock(DateOnly Today, int CompleteMinute, TimeZoneInfo Zone)
{
    /// <summary>Up to when the day in progress counts.</summary>
    public Label CompleteLabel
    {
        get
        {
            var time = FormattableString.Invariant($"{CompleteMinute / 60:00}:{CompleteMinute % 60:00}");
            return new($"截至 {time}", $"to {time}");
        }
    }

    /// <param name="now">By the program's clock.</param>
    /// <param name="completeTo">The moment the generation is complete to.</param>
    /// <param name="zone">Where the company's days begin and end.</param>
    public static BusinessClock Of(DateTimeOffset now, DateTimeOffset completeTo, TimeZoneInfo zone)
    {
        var until = TimeZoneInfo.ConvertTime(now < completeTo ? now : completeTo, zone);
        return new(DateOnly.FromDateTime(until.DateTime), (until.Hour * 60) + until.Minute, zone);
    }

    /// <summary>A moment by the company's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
