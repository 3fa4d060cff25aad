namespace Analytics.Ingest.Demo;

/// <summary>How many pieces of an item a customer takes at once.</summary>
internal enum Quantity
{
    /// <summary>Mostly one.</summary>
    Single,

    /// <summary>One to four.</summary>
    Few,

    /// <summary>One to a dozen, as with drinks.</summary>
    Many,
}
