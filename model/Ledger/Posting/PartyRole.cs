namespace Analytics.Ledger.Posting;

/// <summary>What the party of a document must be, where it names one.</summary>
internal enum PartyRole
{
    Any,
    Customer,
    Supplier,
}
