namespace Analytics.Ledger;

/// <summary>When a party's items are due (账期).</summary>
/// <param name="Kind">What <paramref name="Days"/> counts.</param>
/// <param name="Days">0 to 3650; a day of the month is 1 to 31.</param>
public readonly record struct PaymentTerm(TermKind Kind, int Days);
