using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>What demo company to make.</summary>
public sealed record DemoOptions
{
    public const long FewestLines = 100;
    public const long MostLines = 20_000_000;

    /// <summary>Sale lines in all, returns not counted: <see cref="FewestLines"/> to <see cref="MostLines"/>.</summary>
    public long Lines { get; init; } = 1_000_000;

    public int Seed { get; init; } = 1;

    public BusinessDay Day { get; init; } = BusinessDay.Shanghai;
}
