namespace Analytics.Reports.Compare;

/// <summary>Of one day only what came before a minute counts.</summary>
/// <param name="Day">Business date of the day.</param>
/// <param name="BeforeMinute">Minutes since the business day began.</param>
internal readonly record struct DayCut(DateOnly Day, int BeforeMinute);
