namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>A customer as <c>statements/loyalty_customer.sql</c> gives it. Amounts in CNY, quantities in base units.
/// </summary>
internal sealed record CustomerHistory
{
    public required string Kind { get; init; }

    public required long PartyId { get; init; }

    public required long MainStoreId { get; init; }

    public required DateOnly FirstDate { get; init; }

    public required DateOnly LastDate { get; init; }

    /// <summary>Purchase days of all history.</summary>
    public required int DayCount { get; init; }

    /// <summary>The gaps between them, squared and summed, in days².</summary>
    public required long GapSquares { get; init; }

    /// <summary>The median interval of its class, in hundredths of a day; null where the class has none.</summary>
    public required long? ClassInterval { get; init; }

    public required int WindowDayCount { get; init; }

    public required int WindowOrderCount { get; init; }

    public required decimal Qty { get; init; }

    public required decimal NetAmount { get; init; }

    public required decimal MarginAmount { get; init; }

    /// <summary>Of the last 90 days.</summary>
    public required decimal RecentAmount { get; init; }

    /// <summary>Of the 90 days before those.</summary>
    public required decimal EarlierAmount { get; init; }

    /// <summary>Of all history.</summary>
    public required decimal AllAmount { get; init; }

    /// <summary>In the span before the last one, and in the last one.</summary>
    public required (bool Was, bool Is) Active { get; init; }

    public required int RecencyScore { get; init; }

    public required int FrequencyScore { get; init; }

    public required int MoneyScore { get; init; }

    /// <summary>At or above the median by last purchase, purchase days and amount.</summary>
    public required (bool Recent, bool Frequent, bool Large) AboveMedian { get; init; }
}
