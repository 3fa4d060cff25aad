namespace Analytics.Ledger;

/// <summary>核销: settles debit items with credit items of the same account and party, in part or whole, many to many.
/// </summary>
/// <remarks>Books no money. Never before one of its items, never more than is left of one.</remarks>
public sealed record Allocation(string DocumentNo, DateOnly BusinessDate) : Voucher(DocumentNo, BusinessDate)
{
    public required IReadOnlyList<AllocationPair> Pairs { get; init; }
}
