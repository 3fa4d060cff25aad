namespace Analytics.Fixtures;

/// <summary>Size and seed of a <see cref="SampleStar"/>: the same options give the same rows.</summary>
public sealed record SampleStarOptions
{
    public int Seed { get; init; } = 1;

    public DateOnly FirstDate { get; init; } = new(2023, 1, 1);

    public int Days { get; init; } = 800;

    /// <summary>Null: 22:00 in Shanghai on the last day. Rows after it are there all the same.</summary>
    public DateTimeOffset? CompleteTo { get; init; }

    public int LinesPerDay { get; init; } = 12;

    public int Stores { get; init; } = 5;

    public int Items { get; init; } = 40;

    public int Parties { get; init; } = 15;

    public int Employees { get; init; } = 8;
}
