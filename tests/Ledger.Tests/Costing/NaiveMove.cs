namespace Analytics.Ledger.Tests.Costing;

/// <summary>A movement as the naive way sees it; quantity above zero goes in.</summary>
internal sealed record NaiveMove(
    string Number, int Line, string Kind, DateTimeOffset At, string Pool, decimal Qty, decimal? Stated,
    (string Number, int Line)? Source);
