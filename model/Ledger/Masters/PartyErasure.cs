namespace Analytics.Ledger;

/// <summary>Erases a person (个人信息删除): name, phone and address of all versions of a party are gone for good; what was
/// posted, and the chain, stay.</summary>
/// <param name="PartyCode">Whose.</param>
/// <param name="Reason">Why, without anything personal: it stays in the book.</param>
public sealed record PartyErasure(string PartyCode, string Reason) : Submission;
