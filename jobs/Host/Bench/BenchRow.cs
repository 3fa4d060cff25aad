namespace Analytics.Host.Bench;

/// <summary>A measurement beside its reference, both of this run.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Figure">Its value.</param>
/// <param name="Unit">Of both values, such as <c>rows/s</c> or <c>ms</c>.</param>
/// <param name="Reference">What it is held against.</param>
/// <param name="ReferenceFigure">That one's value.</param>
/// <param name="Note">How often and on what.</param>
internal sealed record BenchRow(
    string What, double Figure, string Unit, string Reference, double ReferenceFigure, string Note)
{
    public double Ratio => ReferenceFigure == 0 ? 0 : Figure / ReferenceFigure;
}
