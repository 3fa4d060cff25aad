namespace Analytics.Ledger.Invoices;

/// <summary>A line of a receipt beside what was ordered and what was invoiced of it (三单匹配).</summary>
/// <param name="Seq">The receipt's entry.</param>
/// <param name="LineNo">Its line.</param>
/// <param name="DocumentNo">The receipt's number.</param>
/// <param name="OrderNo">The order it follows, directly or over the notice of arrival; empty where none.</param>
/// <param name="ItemId">Durable id.</param>
/// <param name="Ordered">On the order's line; 0 where none.</param>
/// <param name="OrderedNet">Without tax.</param>
/// <param name="Received">On the receipt's line.</param>
/// <param name="ReceivedNet">Without tax.</param>
/// <param name="Invoiced">Of the receipt's line.</param>
/// <param name="InvoicedNet">Without tax.</param>
/// <param name="IsEstimated">Whether some of it is still owed on an estimate.</param>
public sealed record MatchedLine(
    long Seq, int LineNo, string DocumentNo, string OrderNo, long ItemId, Qty Ordered, Money OrderedNet, Qty Received,
    Money ReceivedNet, Qty Invoiced, Money InvoicedNet, bool IsEstimated)
{
    public string PartyCode { get; init; } = "";

    /// <summary>As it is called now; empty of nobody, and once erased.</summary>
    public string PartyName { get; init; } = "";

    public string ItemCode { get; init; } = "";

    /// <summary>As it is called now.</summary>
    public string ItemName { get; init; } = "";

    /// <summary>Price received less price ordered, of one base unit; null where there is no order.</summary>
    public decimal? OverOrder => Price(ReceivedNet, Received) - Price(OrderedNet, Ordered);

    /// <summary>Price invoiced less price received, of one base unit; null where nothing is invoiced.</summary>
    public decimal? OverReceipt => Price(InvoicedNet, Invoiced) - Price(ReceivedNet, Received);

    private static decimal? Price(Money net, Qty quantity) => quantity == Qty.Zero
        ? null
        : Math.Round(net.ToDecimal() / quantity.ToDecimal(), 6, MidpointRounding.AwayFromZero);
}
