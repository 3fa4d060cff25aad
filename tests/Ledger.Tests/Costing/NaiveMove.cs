namespace Analytics.Ledger.Tests.Costing;

/// <summary>A movement as the naive way sees it; quantity above zero goes in, zero revalues.</summary>
internal sealed record NaiveMove(
    string Number, int Line, string Kind, DateTimeOffset At, string Pool, decimal Qty, decimal? Stated,
    (string Number, int Line)? Source)
{
    /// <summary>The amount of a revaluation, or the fee of what is made.</summary>
    public decimal Own { get; init; }

    /// <summary>Of what is made: its part of what the components of its document cost.</summary>
    public (decimal From, decimal To, decimal Of)? Share { get; init; }
}
