namespace Analytics.Ledger.Reading;

/// <summary>What a document owes or is owed; positive where the account is debited. Nothing remains once it is
/// settled.</summary>
public sealed record ItemView(string Account, string PartyCode, DateOnly? DueDate, Money Amount, Money Remaining);
