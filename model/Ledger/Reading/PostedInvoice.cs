namespace Analytics.Ledger.Reading;

/// <summary>The invoice that a document is.</summary>
/// <param name="Kind">As the book names it: <c>special</c>, <c>general</c>, <c>electronic</c>.</param>
/// <param name="InvoiceNo">发票号码.</param>
/// <param name="InvoiceCode">发票代码; empty of a fully digital one.</param>
/// <param name="IssuedOn">开票日期.</param>
/// <param name="RedInfoNo">Of a red invoice: number of the notice that allows it; else empty.</param>
public sealed record PostedInvoice(
    string Kind, string InvoiceNo, string InvoiceCode, DateOnly? IssuedOn, string RedInfoNo);
