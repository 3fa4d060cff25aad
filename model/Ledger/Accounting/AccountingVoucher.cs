namespace Analytics.Ledger.Accounting;

/// <summary>A voucher (记账凭证) made of one document, or of all of a kind, store and day.</summary>
/// <param name="BusinessDate">Its date.</param>
/// <param name="Number">Its number within the month, from 1 (记-1).</param>
/// <param name="Kind">The kind of its documents; empty where an entry was no document.</param>
/// <param name="Documents">Their numbers.</param>
/// <param name="StoreId">The store they belong to.</param>
/// <param name="Lines">Debits before credits, by account and party; both add up to the same.</param>
public sealed record AccountingVoucher(
    DateOnly BusinessDate, int Number, string Kind, IReadOnlyList<string> Documents, long StoreId,
    IReadOnlyList<VoucherLine> Lines)
{
    public string StoreCode { get; init; } = "";

    /// <summary>What its document says; empty where it has several.</summary>
    public string Note { get; init; } = "";
}
