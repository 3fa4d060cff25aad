namespace Analytics.Ledger.Listings;

/// <summary>What a listing can be asked with.</summary>
public sealed record ListingParameter(string Name, ListingInput Input)
{
    /// <summary>Of a date: the day the question is asked.</summary>
    public const string Today = "today";

    /// <summary>Of a date: the first of the month of <c>to</c>.</summary>
    public const string MonthStart = "month_start";

    private static readonly Dictionary<string, (string Zh, string En)> Texts = PipedRows.Of("listing_parameters.csv")
        .ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    public bool IsRequired { get; init; }

    /// <summary>What is asked with where nothing is said; null where that is no restriction.</summary>
    public string? Default { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public string Chinese => Texts[Name].Zh;

    public string English => Texts[Name].En;
}
