using Analytics.Fixtures;
using Analytics.Reports.Compare;

namespace Analytics.Reports.Tests.Naive;

/// <summary>The days of a bucket in a window. Null as range is a bucket without base; a minute cuts the last day.
/// </summary>
internal sealed record NaiveSpan(DateOnly Bucket, DateRange? Range, int? LastDayBefore)
{
    public bool Counts(SampleSale sale)
    {
        if (Range is not { } range || sale.BusinessDate < range.From || sale.BusinessDate > range.To)
        {
            return false;
        }
        return LastDayBefore is not { } minute || sale.BusinessDate < range.To || sale.BusinessMinute < minute;
    }
}
