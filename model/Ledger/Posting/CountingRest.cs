using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What of a count's scope it does not list (整仓盘点): each batch and bin of which the book says that there is
/// something.</summary>
/// <remarks>Looked for is what the depot has by now: what was there at the count's moment and has left whole since, it
/// cannot lack any more.</remarks>
internal sealed class CountingRest(PostingDesk desk, CountScope scope)
{
    // As of a document's own lines.
    private const int MostLines = 10_000;

    private HashSet<long>? bins;
    private CategoryRow? category;

    /// <summary>Why there is no such scope; null where there is.</summary>
    public Refusal? Find()
    {
        if (Texts.FirstInvalid(scope.AreaCode, scope.CategoryCode) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        if (scope.AreaCode.Length > 0)
        {
            var (depotId, area) = (desk.Depot.StoreId, scope.AreaCode);
            bins = [.. desk.State.Rows<BinRow>(row => row.DepotId == depotId && row.AreaCode == area)
                .Select(row => row.BinId)];
            if (bins.Count == 0)
            {
                return new Refusal(RefusalReason.UnknownBin, 0, $"{desk.Depot.StoreCode}/{area}");
            }
        }

        category = (CategoryRow?)desk.State.Find(MasterKinds.Category, scope.CategoryCode)?.Row;
        return scope.CategoryCode.Length > 0 && category is null
            ? new Refusal(RefusalReason.UnknownCategory, 0, scope.CategoryCode)
            : null;
    }

    /// <summary>The cells not listed, each as a line that counts nothing, and what the book says of it.</summary>
    /// <param name="listed">Item, batch and bin of the lines before; −1 the bin of one that counts all bins.</param>
    public (List<Uncounted> Lines, Refusal? Refusal) Of(HashSet<(long ItemId, long BatchId, long BinId)> listed)
    {
        var rest = new List<Uncounted>();
        foreach (var item in desk.State.ItemsIn(desk.Depot.StoreId).Where(IsMeant))
        {
            foreach (var (cell, booked) in Cells(item))
            {
                var isListed = listed.Contains((item.ItemId, cell.BatchId, cell.BinId))
                    || listed.Contains((item.ItemId, cell.BatchId, None.Id));
                if (booked == 0 || isListed || (bins is not null && !bins.Contains(cell.BinId)))
                {
                    continue;
                }

                var (line, refusal) = Line(item, cell);
                if (refusal is not null || rest.Count + desk.Document.Lines.Count >= MostLines)
                {
                    return ([], refusal ?? new Refusal(
                        RefusalReason.TooManyLines, 0, (MostLines + 1).ToString(CultureInfo.InvariantCulture)));
                }

                desk.Add(line!);
                rest.Add(new Uncounted(line!, cell.BatchId, cell.BinId, booked));
            }
        }

        return (rest, null);
    }

    private bool IsMeant(ItemRow item) => category is null
        || desk.State.Categories.Above(item.CategoryId).Any(row => row.CategoryId == category.CategoryId);

    /// <summary>What the book says of each cell of an item as of the count's moment.</summary>
    private List<(StockCell Cell, long Booked)> Cells(ItemRow item)
    {
        var (state, depotId, itemId, at) = (desk.State, desk.Depot.StoreId, item.ItemId, desk.Head.BusinessAt);
        var after = state.MovedAfter(itemId, depotId, at)
            .GroupBy(row => (row.BatchId, row.BinId))
            .ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Qty));
        var isByCell = state.IsByCell(item);
        var cells = state.Stock(itemId, depotId, isByCell).OrderBy(one => (one.Key.BatchId, one.Key.BinId)).ToList();
        if (!isByCell)
        {
            // Of an ordinary item only what has a bin is kept by cell; the rest is what has none.
            cells.RemoveAll(one => one.Key == StockCell.Plain);
            cells.Insert(0, new(StockCell.Plain, state.OnHand(item, depotId) - cells.Sum(one => one.Value)));
        }

        return cells.ConvertAll(one =>
            (one.Key, one.Value - after.GetValueOrDefault((one.Key.BatchId, one.Key.BinId))));
    }

    private (LineDraft? Line, Refusal? Refusal) Line(ItemRow item, StockCell cell)
    {
        var batch = cell.BatchId == None.Id
            ? null
            : desk.State.Batches(item.ItemId).First(one => one.BatchId == cell.BatchId);
        var binId = cell.BinId;
        var bin = binId == None.Id ? null : desk.State.Rows<BinRow>(row => row.BinId == binId)[0];
        var given = new DocumentLine(item.ItemCode, Qty.Zero, Money.Zero)
        {
            BatchNo = batch?.BatchNo ?? "", LotNo = batch?.LotNo ?? "", BinCode = bin?.BinCode ?? "",
        };
        return LineHead.Resolve(given, desk.Lines.Count + 1, desk.State, mayBeNothing: true);
    }

    /// <summary>A line that counts nothing where the book says that there is something.</summary>
    internal readonly record struct Uncounted(LineDraft Line, long BatchId, long BinId, long Booked);
}
