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

        return submission is Document { Kind: not DocumentKind.SalesOrder } document
            ? document.Lines.GroupBy(line => line.ItemCode).Sum(lines => Apply(document, [.. lines]))
            : 0;
    }

    /// <summary>The lines of one item: what is counted by batch is counted together.</summary>
    private decimal Apply(Document document, DocumentLine[] lines)
    {
        var item = items[lines[0].ItemCode];
        var qty = lines.Sum(line => line.Quantity.ToDecimal() * (line.Unit == item.PackUnit ? item.PackFactor : 1));
        var key = (document.DepotCode.Length > 0 ? document.DepotCode : document.StoreCode, item.Code);
        var (on, value) = stock.GetValueOrDefault(key);
        if (document.Kind is DocumentKind.OpeningStock or DocumentKind.PurchaseReceipt)
        {
            stock[key] = (on + qty, value + lines.Sum(line => line.NetAmount.ToDecimal()));
            return 0;
        }

        var average = on > 0 ? value / on : 0;
        if (document.Kind is DocumentKind.Transfer)
        {
            var to = (document.ToDepotCode, item.Code);
            var (there, worth) = stock.GetValueOrDefault(to);
            stock[to] = (there + qty, worth + (qty * average));
        }

        var issued = document.Kind switch
        {
            DocumentKind.Sale or DocumentKind.Transfer or DocumentKind.StockDamage or DocumentKind.Destruction => qty,
            DocumentKind.StockCount => on - qty,
            DocumentKind.SaleReturn => -qty,
            _ => throw new InvalidOperationException($"{document.Kind} is not known here"),
        };
        stock[key] = (on - issued, value - (issued * average));
        if (on < issued)
        {
            Shortages.Add($"{document.DocumentNo}: {on} of {item.Code}, {issued} sold");
        }

        return document.Kind is DocumentKind.Sale or DocumentKind.SaleReturn ? issued * average : 0;
    }
}
