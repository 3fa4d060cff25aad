using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>Out of which batches and bins goods go.</summary>
internal sealed partial class NaiveStock
{
    private static bool MayTakeExpired(DocumentKind kind) => kind is DocumentKind.StockDamage
        or DocumentKind.Destruction or DocumentKind.StockCount or DocumentKind.BorrowReturn or DocumentKind.BinMove;

    /// <summary>The parts; null where there is too little or it may not be taken.</summary>
    private List<(NaivePlace Place, decimal Qty)>? Pick(Document document, DocumentLine line, decimal qty)
    {
        var depot = document.StoreCode;
        var (isStrict, stock) = (depot == StrictStore, Stock());
        var place = new NaivePlace(line.ItemCode, depot, line.BatchNo, line.BinCode);
        if (!Items[line.ItemCode].HasBatches)
        {
            var lacks = OnHand(line.ItemCode, depot) < qty
                || (line.BinCode.Length > 0 && stock.GetValueOrDefault(place) < qty);
            return isStrict && lacks ? null : [(place, qty)];
        }

        var day = MayTakeExpired(document.Kind) ? DateOnly.MinValue : Date(document.BusinessAt);
        var known = batches.Where(one => one.Item == line.ItemCode && Expiries[one.Batch] >= day
            && (line.BatchNo.Length == 0 || one.Batch == line.BatchNo)).Select(one => one.Batch).ToList();
        if (line.BatchNo.Length > 0 && known.Count == 0)
        {
            return null;
        }

        var parts = new List<(NaivePlace Place, decimal Qty)>();
        var left = qty;
        foreach (var (cell, has) in stock.Where(one => one.Value > 0
                && (one.Key.Item, one.Key.Depot) == (line.ItemCode, depot) && known.Contains(one.Key.Batch)
                && (line.BinCode.Length == 0 || one.Key.Bin == line.BinCode))
            .OrderBy(one => Expiries[one.Key.Batch]).ThenBy(one => one.Key.Batch, StringComparer.Ordinal)
            .ThenBy(one => one.Key.Bin, StringComparer.Ordinal).TakeWhile(_ => left > 0))
        {
            parts.Add((cell, Math.Min(has, left)));
            left -= Math.Min(has, left);
        }

        if (left > 0 && (isStrict || known.Count == 0))
        {
            return null;
        }

        if (left > 0 && parts.Count == 0)
        {
            return [(place with { Batch = known[^1] }, left)];
        }

        parts[^1] = (parts[^1].Place, parts[^1].Qty + left);
        return parts;
    }
}
