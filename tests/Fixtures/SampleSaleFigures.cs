namespace Analytics.Fixtures;

/// <summary>The figures of a <see cref="SampleSale"/>, signed as they count.</summary>
public sealed record SampleSaleFigures(decimal Qty, decimal Net, decimal Tax, decimal Discount, decimal Cost)
{
    public decimal Gross => Net + Tax;

    public decimal Margin => Net - Cost;
}
