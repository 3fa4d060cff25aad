namespace Analytics.Ledger.Listings;

/// <summary>How a parameter of a listing is written.</summary>
public enum ListingInput
{
    /// <summary>yyyy-MM-dd.</summary>
    Date,

    /// <summary>yyyy-MM.</summary>
    Month,

    /// <summary>The code of a store.</summary>
    Store,

    /// <summary>The code of a party.</summary>
    Party,

    /// <summary>The code of an item.</summary>
    Item,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of the parameter's choices.</summary>
    Choice,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A whole number from 1 to 10,000.</summary>
    Count,
}
