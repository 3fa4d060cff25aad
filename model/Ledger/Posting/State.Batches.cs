using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;
using LinqToDB;

namespace Analytics.Ledger.Posting;

/// <summary>The part of the state that says what lies where: batches, stock by batch and bin, frozen stock, trace
/// codes.</summary>
/// <remarks>Of ordinary items nothing is kept here: their pool says what a depot has.</remarks>
internal sealed partial class State
{
    private const int MostStocks = MostCached / 4;

    private readonly Dictionary<long, List<Batch>> batches = [];
    private readonly List<(long ItemId, Batch Batch)> newBatches = [];
    private readonly Dictionary<(long ItemId, long DepotId), Dictionary<StockCell, long>> stocks = [];
    private readonly HashSet<(long ItemId, long DepotId, StockCell Cell)> changedCells = [];
    private readonly Dictionary<(long ItemId, long BatchId, long DepotId), long> freezes = [];
    private readonly Dictionary<string, TracedPack> packs = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Dictionary<long, BinRow>> bins = [];

    /// <summary>Whether all movements of an item are kept by batch and bin, not those alone that name one.</summary>
    public bool IsByCell(ItemRow item) => item.IsBatchTracked == 1 || CostClass(item.CostClassId).IsCompanyWide == 1;

    /// <summary>What a depot has of an item, ×10⁴.</summary>
    public long OnHand(ItemRow item, long depotId)
    {
        var key = PoolKeyOf(item, depotId, None.Id);
        var isInPool = key.DepotId >= 0 && (item.IsBatchTracked == 0 || MethodOf(item) != CostMethod.Batch);
        return isInPool ? Pool(key).Pool.Qty : Stock(item.ItemId, depotId, isByCell: true).Values.Sum();
    }

    /// <summary>What a depot has of an item by batch and bin, ×10⁴.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="depotId">The depot.</param>
    /// <param name="isByCell">Whether what moved without either is wanted too: <see cref="IsByCell"/>.</param>
    public IReadOnlyDictionary<StockCell, long> Stock(long itemId, long depotId, bool isByCell)
    {
        if (!stocks.TryGetValue((itemId, depotId), out var stock))
        {
            stocks.Add((itemId, depotId), stock = tables.Stock(itemId, depotId));
        }

        if (isByCell && !stock.ContainsKey(StockCell.Plain))
        {
            stock[StockCell.Plain] = Plain(ItemById(itemId), depotId, stock);
        }

        return stock;
    }

    /// <summary>What moved of an item in a depot after a moment.</summary>
    public IReadOnlyList<(long BatchId, long BinId, long Qty)> MovedAfter(long itemId, long depotId, long businessAt)
    {
        Write();
        return tables.MovedAfter(itemId, depotId, businessAt);
    }

    /// <summary>Receipts of an item from suppliers up to a moment, latest first.</summary>
    public IReadOnlyList<(long Seq, long Qty, long Value)> BoughtUntil(long itemId, long businessAt)
    {
        Write();
        return tables.BoughtUntil(itemId, businessAt);
    }

    /// <summary>The items of which a depot has something, or lacks it, as first made.</summary>
    public IReadOnlyList<ItemRow> ItemsIn(long depotId)
    {
        Write();
        return [.. tables.ItemsIn(depotId).Select(ItemById)];
    }

    /// <summary>The batches of an item, oldest first.</summary>
    public IReadOnlyList<Batch> Batches(long itemId)
    {
        if (!batches.TryGetValue(itemId, out var known))
        {
            batches.Add(itemId, known = tables.Batches(itemId));
        }

        return known;
    }

    /// <summary>Whether nothing of a batch is left: its receipt was reversed at its own moment, and so was all else.
    /// </summary>
    public bool IsGone(long itemId, Batch batch)
    {
        // Mostly its receipt stands, and nothing need be written to know that.
        if (!tables.IsReversed(batch.FirstSeq)
            && !pending.Exists(draft => draft.Document is { IsReversal: 1 } head && head.OriginalSeq == batch.FirstSeq))
        {
            return false;
        }

        Write();
        return tables.IsGone(itemId, batch.BatchId);
    }

    /// <summary>The freeze that holds for exactly this; null where there is none.</summary>
    public long? Freeze(long itemId, long batchId, long depotId) =>
        freezes.TryGetValue((itemId, batchId, depotId), out var seq) ? seq : null;

    /// <summary>Whether goods of a batch, −1 for none, are frozen in a depot: they or all of the item, there or
    /// everywhere.</summary>
    public bool IsFrozen(long itemId, long batchId, long depotId) =>
        freezes.Count > 0
        && (freezes.ContainsKey((itemId, batchId, depotId)) || freezes.ContainsKey((itemId, batchId, None.Id))
            || freezes.ContainsKey((itemId, None.Id, depotId)) || freezes.ContainsKey((itemId, None.Id, None.Id)));

    /// <summary>Where the pack of a trace code is; null where it never moved.</summary>
    public TracedPack? Pack(string code) => packs.GetValueOrDefault(code) ?? tables.Pack(code);

    public bool IsBinLocked(long depotId, long binId)
    {
        if (binId == None.Id)
        {
            return false;
        }

        if (!bins.TryGetValue(depotId, out var ofDepot))
        {
            ofDepot = Rows<BinRow>(row => row.DepotId == depotId).OrderBy(row => row.VersionId)
                .GroupBy(row => row.BinId).ToDictionary(versions => versions.Key, versions => versions.Last());
            bins.Add(depotId, ofDepot);
        }

        return ofDepot.TryGetValue(binId, out var bin) && (bin.IsLocked == 1 || bin.IsActive == 0);
    }

    /// <summary>The stock after a draft, by batch and bin, where it is kept.</summary>
    private Dictionary<(long ItemId, long DepotId, StockCell Cell), long> StockAfter(Draft draft)
    {
        var after = new Dictionary<(long ItemId, long DepotId, StockCell Cell), long>();
        foreach (var row in draft.Stock)
        {
            if (row.Qty == 0 || (row.BatchId < 0 && row.BinId < 0 && !draft.ByCell.Contains(row.ItemId)))
            {
                continue;
            }

            var isByCell = draft.ByCell.Contains(row.ItemId);
            var stock = Stock(row.ItemId, row.DepotId, isByCell);
            var cell = new StockCell(ExpiresOn(draft, row), row.BatchId, row.BinId);
            var key = (row.ItemId, row.DepotId, cell);
            var known = after.TryGetValue(key, out var soFar) ? soFar : stock.GetValueOrDefault(cell);
            after[key] = Exact.Total(known, row.Qty);

            // Written once, so that it need not be added up again.
            if (isByCell)
            {
                after.TryAdd((row.ItemId, row.DepotId, StockCell.Plain), stock[StockCell.Plain]);
            }
        }

        return after;
    }

    private long ExpiresOn(Draft draft, StockMovementRow row) =>
        row.BatchId < 0 ? None.Id
        : Batches(row.ItemId).FirstOrDefault(batch => batch.BatchId == row.BatchId)?.Expiry.LastDay
            ?? draft.Other.OfType<BatchRow>().First(batch => batch.BatchId == row.BatchId).ExpiresOn;

    private void ApplyBatches(Draft draft, Dictionary<(long ItemId, long DepotId, StockCell Cell), long> stockAfter)
    {
        foreach (var ((item, depot, cell), qty) in stockAfter)
        {
            stocks[(item, depot)][cell] = qty;
            changedCells.Add((item, depot, cell));
        }

        foreach (var row in draft.Other)
        {
            switch (row)
            {
                case BatchRow batch:
                    var expiry = new Expiry(batch.ExpiresOn, batch.ExpiryPrecision);
                    var made = new Batch(batch.BatchId, batch.BatchNo, batch.LotNo, batch.ProducedOn, expiry);
                    Batches(batch.ItemId);
                    batches[batch.ItemId].RemoveAll(one => (one.BatchNo, one.LotNo) == (made.BatchNo, made.LotNo));
                    batches[batch.ItemId].Add(made);
                    newBatches.Add((batch.ItemId, made));
                    break;
                case TraceCodeRow code:
                    packs[code.Code] = new TracedPack(code.ItemId, code.BatchId, code.Location, code.Seq);
                    break;
                case FreezeRow freeze:
                    ApplyFreeze(draft, freeze);
                    break;
                case BinRow bin:
                    bins.Remove(bin.DepotId);
                    break;
            }
        }
    }

    private void ApplyFreeze(Draft draft, FreezeRow freeze)
    {
        var key = (freeze.ItemId, freeze.BatchId, freeze.DepotId);
        if (freeze.IsFrozen == 1)
        {
            freezes[key] = freeze.Seq;
            draft.StateRows.Add(after => after.PutFreeze(key, freeze.Seq));
        }
        else
        {
            freezes.Remove(key);
            draft.StateRows.Add(after => after.DropFreeze(key));
        }
    }

    private void WriteBatches()
    {
        foreach (var (itemId, batch) in newBatches)
        {
            tables.PutBatch(itemId, batch);
        }

        foreach (var (itemId, depotId, cell) in changedCells)
        {
            var stock = stocks[(itemId, depotId)];
            if (stock[cell] != 0 || cell == StockCell.Plain)
            {
                tables.PutStock((itemId, depotId), cell, stock[cell]);
            }
            else
            {
                stock.Remove(cell);
                tables.DropStock((itemId, depotId), cell);
            }
        }

        foreach (var (code, pack) in packs)
        {
            tables.PutPack(code, pack);
        }
    }

    private void ForgetBatches()
    {
        newBatches.Clear();
        changedCells.Clear();
        packs.Clear();
    }

    private void ResetBatches()
    {
        batches.Clear();
        stocks.Clear();
        bins.Clear();
        freezes.Clear();
        foreach (var (key, seq) in tables.Freezes())
        {
            freezes.Add(key, seq);
        }
    }

    private void TrimBatches()
    {
        if (stocks.Count > MostStocks)
        {
            stocks.Clear();
        }

        if (batches.Count > MostStocks)
        {
            batches.Clear();
        }
    }

    /// <summary>What a depot has of an item without batch and bin: what its pool holds beyond the other cells; of a
    /// company's pool, which knows no depots, what moved.</summary>
    private long Plain(ItemRow item, long depotId, Dictionary<StockCell, long> others)
    {
        var key = PoolKeyOf(item, depotId, None.Id);
        if (key.DepotId < 0)
        {
            var unwritten = pending.SelectMany(draft => draft.Stock).Where(row => row.ItemId == item.ItemId
                && row.DepotId == depotId && row.BatchId == None.Id && row.BinId == None.Id);
            return tables.PlainStock(item.ItemId, depotId) + unwritten.Sum(row => row.Qty);
        }

        var isByBatch = MethodOf(item) == CostMethod.Batch;
        return Pool(key).Pool.Qty
            - others.Where(cell => !isByBatch || cell.Key.BatchId == None.Id).Sum(cell => cell.Value);
    }
}
