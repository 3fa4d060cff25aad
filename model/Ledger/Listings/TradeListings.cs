using System.Runtime.CompilerServices;
using Analytics.Ledger.Invoices;
using Analytics.Ledger.Pricing;
using Analytics.Ledger.Purchasing;
using Analytics.Ledger.Receivables;

namespace Analytics.Ledger.Listings;

/// <summary>What is open, invoiced and paid for goods, as rows.</summary>
internal static class TradeListings
{
    public const string Sales = "sales";
    public const string Purchases = "purchases";

    public static IAsyncEnumerable<object?[]> OpenItemsAsync(ListingQuestion question, CancellationToken ct) =>
        new OpenItemReader(question.View)
            .ReadAsync(question.Text("account"), question.Id("party"), question.Date("as_of"), ct)
            .Select(item => (object?[])
            [
                item.PartyCode, item.PartyName, item.DocumentKind,
                item.DocumentKind.Length > 0 ? DocumentKinds.Label(item.DocumentKind, question.IsEnglish) : "",
                item.DocumentNo, item.StoreCode, item.BusinessDate, item.DueDate, item.OriginDate,
                item.Amount.ToDecimal(), item.Remaining.ToDecimal(),
            ]);

    public static IAsyncEnumerable<object?[]> UninvoicedAsync(ListingQuestion question, CancellationToken ct)
    {
        var reader = new UninvoicedReader(question.View);
        var lines = question.Text("side") == Sales
            ? reader.SalesAsync(question.Id("party"), ct)
            : reader.ReceiptsAsync(question.Id("party"), ct);
        return lines.Select(line => (object?[])
        [
            line.PartyCode, line.PartyName, line.DocumentNo, (long)line.LineNo, line.BusinessDate, line.ItemCode,
            line.ItemName, line.Quantity.ToDecimal(), line.Returned.ToDecimal(), line.Invoiced.ToDecimal(),
            line.Left.ToDecimal(), line.Amount.ToDecimal(), line.InvoicedAmount.ToDecimal(),
            line.LeftAmount.ToDecimal(),
        ]);
    }

    public static IAsyncEnumerable<object?[]> ThreeWayMatchAsync(ListingQuestion question, CancellationToken ct) =>
        new ThreeWayMatch(question.View).ReadAsync(question.Id("party"), ct).Select(line => (object?[])
        [
            line.PartyCode, line.PartyName, line.DocumentNo, (long)line.LineNo, line.OrderNo, line.ItemCode,
            line.ItemName, line.Ordered.ToDecimal(), line.OrderedNet.ToDecimal(), line.Received.ToDecimal(),
            line.ReceivedNet.ToDecimal(), line.Invoiced.ToDecimal(), line.InvoicedNet.ToDecimal(), line.OverOrder,
            line.OverReceipt, line.IsEstimated,
        ]);

    public static IAsyncEnumerable<object?[]> PurchasePricesAsync(ListingQuestion question, CancellationToken ct) =>
        Prices(
            new PriceHistory(question.View).ReadAsync(
                question.Id("item")!.Value, question.Id("party"), question.Count("most"), ct),
            question.Day);

    public static IAsyncEnumerable<object?[]> LastPurchasePricesAsync(ListingQuestion question, CancellationToken ct) =>
        Prices(new PriceHistory(question.View).LastOfEachAsync(ct), question.Day);

    /// <summary>One row; none where nothing says a price.</summary>
    public static async IAsyncEnumerable<object?[]> ProposedPriceAsync(
        ListingQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var (party, item, unit) = (question.Text("party"), question.Text("item"), question.Text("unit"));
        if (await LastPrices.FindAsync(question.View, (party, item, unit), question.Date("on"), ct) is { } price)
        {
            yield return [party, item, unit, price.UnitPrice, price.IncludesTax, Origin(price.Origin)];
        }
    }

    private static string Origin(PriceOrigin origin) => origin switch
    {
        PriceOrigin.Customer => "customer",
        PriceOrigin.Last => "last",
        PriceOrigin.List => "list",
    };

    private static IAsyncEnumerable<object?[]> Prices(IAsyncEnumerable<PurchasePrice> prices, BusinessDay day) =>
        prices.Select(price => (object?[])
        [
            price.ItemCode, price.ItemName, price.PartyCode, price.PartyName, day.Of(price.BusinessAt).Date,
            price.Quantity.ToDecimal(), price.NetAmount.ToDecimal(), price.TaxAmount.ToDecimal(), price.NetPrice,
            price.GrossPrice,
        ]);
}
