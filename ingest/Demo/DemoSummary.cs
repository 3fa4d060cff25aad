namespace Analytics.Ingest.Demo;

/// <summary>What was posted.</summary>
/// <param name="Masters">Versions of categories, stores, employees, parties, items.</param>
/// <param name="Documents">Documents of every kind.</param>
/// <param name="SaleLines">Lines of sales.</param>
/// <param name="ReturnLines">Lines of returns.</param>
/// <param name="PurchaseLines">Lines of opening stock and purchase receipts.</param>
/// <param name="FirstDate">The company's first business date.</param>
/// <param name="LastDate">Its last: today, up to the minute.</param>
public sealed record DemoSummary(
    long Masters, long Documents, long SaleLines, long ReturnLines, long PurchaseLines, DateOnly FirstDate,
    DateOnly LastDate);
