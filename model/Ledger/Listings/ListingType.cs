namespace Analytics.Ledger.Listings;

/// <summary>What the values of a column are.</summary>
public enum ListingType
{
    /// <summary>string.</summary>
    Text,

    /// <summary>DateOnly.</summary>
    Date,

    /// <summary>long.</summary>
    Count,

    /// <summary>decimal, in the base unit, at most four decimals.</summary>
    Quantity,

    /// <summary>decimal, in CNY, at most four decimals.</summary>
    Amount,

    /// <summary>decimal, CNY for one base unit, at most six decimals.</summary>
    Price,

    /// <summary>bool.</summary>
    Flag,
}
