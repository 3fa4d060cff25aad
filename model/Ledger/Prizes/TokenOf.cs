namespace Analytics.Ledger.Prizes;

/// <summary>That an item is sold with prize tokens.</summary>
/// <param name="ItemId">Durable id of what is sold.</param>
/// <param name="PerUnit">Tokens with one base unit of it.</param>
public sealed record TokenOf(long ItemId, Qty PerUnit);
