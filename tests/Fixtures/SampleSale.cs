namespace Analytics.Fixtures;

/// <summary>One row of fact_sales as a test sums it by hand. Ids of −1 are "none".</summary>
public sealed record SampleSale(
    long DocumentKey,
    DateOnly BusinessDate,
    int BusinessMinute,
    string Kind,
    SampleSaleDims Dims,
    SampleSaleFigures Figures);
