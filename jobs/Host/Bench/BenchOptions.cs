namespace Analytics.Host.Bench;

/// <summary>What to measure.</summary>
/// <param name="Parts">Of <see cref="AllParts"/>.</param>
/// <param name="Lines">Sale lines of the demo company, for snapshot and reports.</param>
/// <param name="Movements">Movements that are costed again.</param>
/// <param name="Ledger">A PostgreSQL connection string where the book is measured there too; else null.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Parts, long Lines, long Movements, string? Ledger)
{
    public const string Book = "book";
    public const string Demo = "demo";
    public const string Filled = "filled";
    public const string Star = "star";
    public const string Loyalty = "loyalty";

    /// <summary>In the order they run.</summary>
    public static IReadOnlyList<string> AllParts { get; } = [Book, Demo, Filled, Star, Loyalty];

    /// <summary>How large a book to fill for posting; 0 for none.</summary>
    public double FillGigabytes { get; init; }

    /// <summary>Whether that book is verified too.</summary>
    public bool IsFilledVerified { get; init; }

    /// <summary>Sale lines of a book that is written directly, for its snapshot; 0 for none.</summary>
    public long FilledLines { get; init; }

    /// <summary>Customers that the model of repeat buying is fitted to.</summary>
    public long Customers { get; init; }

    /// <summary>Sale lines that are written into the star directly; 0 for none.</summary>
    public long StarLines { get; init; }
}
