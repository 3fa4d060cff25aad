using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Demo;

/// <summary>Plays documents against a plain table of stock, and says where a depot would fall below zero.</summary>
internal sealed class NaiveStock
{
    private readonly Dictionary<string, ItemMaster> items = [];
    private readonly Dictionary<(string Depot, string Item), (decimal Qty, decimal Value)> stock = [];

    public List<string> Shortages { get; } = [];

    public decimal Value => stock.Values.Sum(pool => pool.Value);

    /// <summary>Applies a submission; the cost of what it issued, below zero for what came back.</summary>
    public decimal Apply(Submission submission)
    {
        if (submission is ItemMaster item)
        {
            items[item.Code] = item;
        }

        return submission is Document document ? document.Lines.Sum(line => Apply(document, line)) : 0;
    }

    private decimal Apply(Document document, DocumentLine line)
    {
        var item = items[line.ItemCode];
        var qty = line.Quantity.ToDecimal() * (line.Unit == item.PackUnit ? item.PackFactor : 1);
        var key = (document.DepotCode.Length > 0 ? document.DepotCode : document.StoreCode, line.ItemCode);
        var (on, value) = stock.GetValueOrDefault(key);
        if (document.Kind is DocumentKind.OpeningStock or DocumentKind.PurchaseReceipt)
        {
            stock[key] = (on + qty, value + line.NetAmount.ToDecimal());
            return 0;
        }

        var average = on > 0 ? value / on : 0;
        if (document.Kind is DocumentKind.Transfer)
        {
            var to = (document.ToDepotCode, line.ItemCode);
            var (there, worth) = stock.GetValueOrDefault(to);
            stock[to] = (there + qty, worth + (qty * average));
        }

        var issued = document.Kind switch
        {
            DocumentKind.Sale or DocumentKind.Transfer or DocumentKind.StockDamage => qty,
            DocumentKind.StockCount => on - qty,
            DocumentKind.SaleReturn => -qty,
            _ => throw new InvalidOperationException($"{document.Kind} is not known here"),
        };
        stock[key] = (on - issued, value - (issued * average));
        if (on < issued)
        {
            Shortages.Add($"{document.DocumentNo}: {on} of {line.ItemCode}, {issued} sold");
        }

        return document.Kind is DocumentKind.Sale or DocumentKind.SaleReturn ? issued * average : 0;
    }
}
