namespace Analytics.Reports.Compare;

/// <summary>What a range is a piece of; it decides what "the period before" means.</summary>
internal enum PeriodUnit
{
    Day,
    Week,
    Month,
    Quarter,
    Year,

    /// <summary>So many days; before them come as many days.</summary>
    Custom,
}
