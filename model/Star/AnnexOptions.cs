namespace Analytics.Star;

/// <summary>How an annex is written.</summary>
public sealed record AnnexOptions
{
    /// <summary>The generation that the rows were computed from.</summary>
    public required string FromGeneration { get; init; }

    public StarSessionOptions Session { get; init; } = new();

    /// <summary>Where each annex is kept as Parquet, added to and never changed. Empty means <c>forecasts</c> beside
    /// the star folder.</summary>
    public string HistoryFolder { get; init; } = "";

    /// <summary>Called with the name of each step when the step is done. Throwing, or ending the process, stops there:
    /// what is served stays as it was until <c>pointed</c>.</summary>
    public Action<string>? AtStep { get; init; }
}
