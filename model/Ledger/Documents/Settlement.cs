namespace Analytics.Ledger;

/// <summary>An open item and how much of it is settled.</summary>
/// <param name="Item">The item.</param>
/// <param name="Amount">Above zero, whichever side the item is on; null means all that is left of it, in a
/// receipt or payment as far as the money goes.</param>
public sealed record Settlement(OpenItemRef Item, Money? Amount = null);
