namespace Analytics.Reports.Compare;

/// <summary>How a base range is found from the current one.</summary>
internal enum WindowRule
{
    Previous,
    SameDaysLastMonth,
    LastYear,
    WeekdayAligned,
    WeekdayAlignedMonth,
    Lunar,
    Custom,
}
