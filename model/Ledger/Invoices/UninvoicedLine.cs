using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Invoices;

/// <summary>A line of a sale or receipt that is not invoiced whole.</summary>
/// <param name="Seq">The document's entry.</param>
/// <param name="LineNo">Its line.</param>
/// <param name="DocumentNo">The document's number.</param>
/// <param name="PartyId">Customer or supplier, durable id; −1 of nobody.</param>
/// <param name="BusinessDate">The document's.</param>
/// <param name="ItemId">Durable id.</param>
/// <param name="Quantity">Sold or received, in the base unit.</param>
/// <param name="Returned">Of that, what came or went back.</param>
/// <param name="Invoiced">Of that, what was invoiced, red invoices taken off.</param>
/// <param name="Amount">The line's, with tax.</param>
/// <param name="InvoicedAmount">What was invoiced of it, with tax.</param>
public sealed record UninvoicedLine(
    long Seq, int LineNo, string DocumentNo, long PartyId, DateOnly BusinessDate, long ItemId, Qty Quantity,
    Qty Returned, Qty Invoiced, Money Amount, Money InvoicedAmount)
{
    public string PartyCode { get; init; } = "";

    /// <summary>As it is called now; empty of nobody, and once erased.</summary>
    public string PartyName { get; init; } = "";

    public string ItemCode { get; init; } = "";

    /// <summary>As it is called now.</summary>
    public string ItemName { get; init; } = "";

    /// <summary>What is still to be invoiced; below zero where more is invoiced than was kept, so that a red invoice is
    /// due.</summary>
    public Qty Left => Quantity - Returned - Invoiced;

    /// <summary>The amount of that, with tax: of a line of which nothing came back what its invoices leave.</summary>
    public Money LeftAmount => Returned == Qty.Zero
        ? Amount - InvoicedAmount
        : new Money(Exact.MulDiv(Amount.Units, Left.Units, Quantity.Units));
}
