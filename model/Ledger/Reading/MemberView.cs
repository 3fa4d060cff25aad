namespace Analytics.Ledger.Reading;

/// <summary>What a member holds more or less of by a document.</summary>
/// <param name="PartyCode">The member.</param>
/// <param name="Measure"><c>points</c>, <c>points_earned</c>, <c>spent</c>, <c>stored_paid</c> or <c>stored_bonus</c>.
/// </param>
/// <param name="Amount">Points or CNY; below zero where less.</param>
public sealed record MemberView(string PartyCode, string Measure, Qty Amount);
