namespace Analytics.Reports.Tests.Naive;

internal sealed record NaiveFigures(decimal Qty, decimal Amount, decimal Margin)
{
    public decimal? MarginRate => Amount > 0 ? decimal.Round(Margin / Amount, 10, MidpointRounding.AwayFromZero) : null;
}
