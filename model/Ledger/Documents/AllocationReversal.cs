namespace Analytics.Ledger;

/// <summary>反核销: takes back all that one allocation, write-off, receipt or payment settled; once only.</summary>
/// <remarks>Of a write-off it takes back the money and the items it made too, so these must be unsettled elsewhere. A
/// receipt or payment stays booked; its own item is open again.</remarks>
public sealed record AllocationReversal(string DocumentNo, DateOnly BusinessDate) : Voucher(DocumentNo, BusinessDate)
{
    /// <summary>Kind of what it takes back, as the book names it: <c>allocation</c>, <c>write_off</c>,
    /// <c>money_receipt</c> or <c>money_payment</c>.</summary>
    public required string OfKind { get; init; }

    /// <summary>Number of what it takes back.</summary>
    public required string OfNo { get; init; }
}
