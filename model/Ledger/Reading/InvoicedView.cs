namespace Analytics.Ledger.Reading;

/// <summary>A line of a sale or receipt that a line of an invoice, or of a request for one, is over.</summary>
public sealed record InvoicedView(
    string DocumentKind, string DocumentNo, int LineNo, Qty Quantity, Money NetAmount, Money TaxAmount);
