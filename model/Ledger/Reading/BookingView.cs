namespace Analytics.Ledger.Reading;

/// <summary>An amount that a document books (分录).</summary>
/// <param name="BusinessDate">When; an adjustment of another document's cost counts on that one's day.</param>
/// <param name="DebitAccount">借.</param>
/// <param name="CreditAccount">贷.</param>
/// <param name="DebitPartyCode">Empty where the account is not by party.</param>
/// <param name="CreditPartyCode">Empty where the account is not by party.</param>
/// <param name="IsAdjustment">Whether it corrects the cost of another document.</param>
/// <param name="Amount">Below zero where it takes back (红字).</param>
public sealed record BookingView(
    DateOnly BusinessDate, string DebitAccount, string CreditAccount, string DebitPartyCode, string CreditPartyCode,
    bool IsAdjustment, Money Amount);
