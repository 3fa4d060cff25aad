using Analytics.Ingest.Demo;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Demo;

/// <summary>A company of 200,000 lines, big enough for its seasons to show, made once.</summary>
public sealed class DemoFixture
{
    public const int Lines = 200_000;

    private readonly NaiveStock stock = new();

    public DemoFixture()
    {
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.Zero));
        Company = new DemoCompany(new DemoOptions { Lines = Lines }, clock);
        foreach (var submission in Company.Batches().SelectMany(batch => batch))
        {
            Take(submission);
        }
    }

    public DemoCompany Company { get; }

    public IReadOnlyList<string> Shortages => stock.Shortages;

    public decimal StockValue => stock.Value;

    /// <summary>Cost of what was sold in the last 90 days, by the naive stock.</summary>
    public decimal LastCost { get; private set; }

    public List<Submission> Masters { get; } = [];

    /// <summary>Retail sale lines by business date.</summary>
    public Dictionary<DateOnly, int> RetailLines { get; } = [];

    /// <summary>All sale lines by store and year of the company's life.</summary>
    public Dictionary<(string Store, int Year), int> StoreLines { get; } = [];

    /// <summary>Sale lines by item.</summary>
    public Dictionary<string, int> ItemLines { get; } = [];

    /// <summary>Sale lines by item and calendar month.</summary>
    public Dictionary<(string Item, int Month), int> ItemMonthLines { get; } = [];

    /// <summary>Sale lines by hour of the day.</summary>
    public int[] HourLines { get; } = new int[24];

    /// <summary>Net amount and naive cost of retail sales by item.</summary>
    public Dictionary<string, (decimal Net, decimal Cost)> RetailMargins { get; } = [];

    public List<Document> Returns { get; } = [];

    public Dictionary<string, Document> Sales { get; } = [];

    public int PurchaseLines { get; private set; }

    public ItemMaster Item(string code) => Masters.OfType<ItemMaster>().First(item => item.Code == code);

    private void Take(Submission submission)
    {
        var cost = stock.Apply(submission);
        if (submission is Voucher)
        {
            return;
        }

        if (submission is not Document document)
        {
            Masters.Add(submission);
            return;
        }

        var date = DateOnly.FromDateTime(document.BusinessAt.DateTime);
        LastCost += date.DayNumber > Company.LastDate.DayNumber - 90 ? cost : 0;
        switch (document.Kind)
        {
            case DocumentKind.Sale:
                TakeSale(document, date, cost);
                break;
            case DocumentKind.SaleReturn:
                Returns.Add(document);
                break;
            case DocumentKind.OpeningStock or DocumentKind.PurchaseReceipt:
                PurchaseLines += document.Lines.Count;
                break;
            default:
                break;
        }
    }

    private void TakeSale(Document sale, DateOnly date, decimal cost)
    {
        var count = sale.Lines.Count;
        var year = Math.Min(2, (date.DayNumber - Company.FirstDate.DayNumber) / 365);
        Sales.Add(sale.DocumentNo, sale);
        HourLines[sale.BusinessAt.Hour] += count;
        StoreLines[(sale.StoreCode, year)] = StoreLines.GetValueOrDefault((sale.StoreCode, year)) + count;
        foreach (var line in sale.Lines)
        {
            var (item, month) = (line.ItemCode, date.Month);
            ItemLines[item] = ItemLines.GetValueOrDefault(item) + 1;
            ItemMonthLines[(item, month)] = ItemMonthLines.GetValueOrDefault((item, month)) + 1;
        }

        if (sale.DepotCode.Length > 0)
        {
            return;
        }

        RetailLines[date] = RetailLines.GetValueOrDefault(date) + count;
        if (count == 1)
        {
            var (net, costs) = RetailMargins.GetValueOrDefault(sale.Lines[0].ItemCode);
            RetailMargins[sale.Lines[0].ItemCode] = (net + sale.Lines[0].NetAmount.ToDecimal(), costs + cost);
        }
    }
}
