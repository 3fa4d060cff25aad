namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>How well a way to tell repeat purchases told those that were kept from it.</summary>
/// <param name="Name"><c>bg_nbd</c>, <c>nbd</c>, <c>hazard</c>, or <c>last_period</c>: as many as in the days before.
/// </param>
/// <param name="Expected">Purchase days of all customers it expected in the days kept back.</param>
/// <param name="Actual">Those there were.</param>
/// <param name="MeanError">Of a customer, without sign.</param>
public sealed record ModelFit(string Name, double Expected, double Actual, double MeanError)
{
    public const string BgNbd = "bg_nbd";
    public const string Nbd = "nbd";
    public const string Hazard = "hazard";
    public const string LastPeriod = "last_period";

    /// <summary>Of the model over all history; null where it has none.</summary>
    public double? LogLikelihood { get; init; }

    /// <summary>The customers' figures rest on it.</summary>
    public bool IsUsed { get; init; }
}
