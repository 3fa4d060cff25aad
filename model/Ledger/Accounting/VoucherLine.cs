namespace Analytics.Ledger.Accounting;

/// <summary>A line of a voucher; one of debit and credit is zero.</summary>
/// <param name="Account">The account.</param>
/// <param name="PartyId">The party's durable id; −1 where the account is not by party.</param>
/// <param name="Debit">借.</param>
/// <param name="Credit">贷.</param>
public sealed record VoucherLine(string Account, long PartyId, Money Debit, Money Credit)
{
    public string PartyCode { get; init; } = "";

    /// <summary>As it is called now; empty of nobody, and once erased.</summary>
    public string PartyName { get; init; } = "";
}
