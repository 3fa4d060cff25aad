namespace Analytics.Ledger;

/// <summary>自动核销: settles what a party owes on an account with what it is owed there.</summary>
/// <remarks>A return first settles the document it takes back; then the oldest due first, by entry where due on one
/// day. Leaves out items that are not yet there on the business date. At most 10,000 pairs at a time: what is left
/// waits for another.</remarks>
public sealed record AutoAllocation(string DocumentNo, DateOnly BusinessDate) : Voucher(DocumentNo, BusinessDate)
{
    /// <summary>The account, such as <see cref="Ledger.Account.Receivable"/>.</summary>
    public required string Account { get; init; }

    /// <summary>The party; empty for the items of no party.</summary>
    public required string PartyCode { get; init; }
}
