namespace Analytics.Ledger;

/// <summary>What can be handed to the <see cref="Posting.Journal"/>: a document, a voucher that settles open items, a
/// master version, a period close.</summary>
/// <remarks>A closed set: <see cref="Document"/> and what befalls it (<see cref="DocumentDraft"/>,
/// <see cref="Approval"/>, <see cref="Termination"/>, <see cref="Reversal"/>), the vouchers <see cref="Allocation"/>,
/// <see cref="AutoAllocation"/>, <see cref="AllocationReversal"/> and <see cref="WriteOff"/> with
/// <see cref="VoucherDraft"/>, the masters and the <see cref="PriceNote"/> and <see cref="CustomerPriceNote"/> of
/// <c>Masters/</c>, <see cref="PartyErasure"/>, <see cref="StockFreeze"/>, <see cref="PeriodClose"/>.</remarks>
public abstract record Submission
{
    /// <summary>Who hands it in: an account or a token's name; empty where nobody said. Stands in the entry.</summary>
    public string Actor { get; init; } = "";
}
