namespace Analytics.Reports.Compare;

/// <summary>How long a bucket is.</summary>
internal enum Grain
{
    None,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
