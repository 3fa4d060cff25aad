namespace Analytics.Ingest.Demo;

/// <summary>A store as its word list describes it.</summary>
/// <param name="Index">Place in the list; also its location in the stock room.</param>
/// <param name="Code">Store code.</param>
/// <param name="Name">Name.</param>
/// <param name="City">City, also its region.</param>
internal sealed record Shop(int Index, string Code, string Name, string City)
{
    /// <summary>Share of the lines, relative to the other stores.</summary>
    public required double Share { get; init; }

    /// <summary>Growth a year, as a fraction; below zero it shrinks.</summary>
    public required double Growth { get; init; }

    /// <summary>Days after the company's first at which it opens.</summary>
    public required int OpensAfter { get; init; }

    /// <summary>How much more medicine than usual it sells.</summary>
    public required double Medicine { get; init; }

    public static IReadOnlyList<Shop> Load() =>
        [.. WordList.Rows("stores").Select((row, n) => new Shop(n, row[0], row[1], row[2])
        {
            Share = WordList.Number(row[3]),
            Growth = WordList.Number(row[4]) / 100,
            OpensAfter = WordList.Whole(row[5]),
            Medicine = WordList.Number(row[6]),
        })];
}
