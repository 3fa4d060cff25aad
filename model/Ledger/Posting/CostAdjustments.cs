using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Books what costing again changed: on the adjusted document's own day while its period is open, else on the
/// first open day.</summary>
internal static class CostAdjustments
{
    public static void Book(State state, Draft draft, DocumentRow head, CostOutcome cost)
    {
        var values = new SortedDictionary<(long Date, long Item, long Depot, long Batch), (long At, long Value)>();
        var money = new SortedDictionary<(long Date, long Store), long>();
        foreach (var (movement, change) in cost.Adjustments)
        {
            var isOpen = movement.Booking.BusinessDate > state.ClosedTo;
            var date = isOpen ? movement.Booking.BusinessDate : state.FirstOpenDate;
            var signed = movement.Qty < 0 ? change : -change;
            draft.Adjustments.Add(new CostAdjustmentRow
            {
                Seq = draft.Seq,
                LineNo = draft.Adjustments.Count + 1,
                Kind = movement.Key.Kind,
                OriginalSeq = movement.Ref.Seq,
                OriginalLineNo = movement.Booking.LineNo,
                OriginalMovementNo = movement.Ref.LineNo,
                BusinessDate = date,
                CostAmount = signed,
                ManagementCostAmount = ManagementCosts.OfChange(state, movement, signed),
            });
            var row = (date, movement.Pool.ItemId, movement.Booking.DepotId, movement.Pool.BatchId);
            var known = values.GetValueOrDefault(row, (isOpen ? movement.Key.BusinessAt : head.BusinessAt, 0L));
            values[row] = (known.Item1, known.Item2 - signed);
            var store = (date, movement.Booking.StoreId);
            money[store] = money.GetValueOrDefault(store) + signed;
        }

        foreach (var (row, (at, value)) in values.Where(one => one.Value.Value != 0))
        {
            draft.Stock.Add(Row(draft, row, at, value));
        }

        foreach (var ((date, store), amount) in money)
        {
            MoneyRows.Add(draft, new MoneyMovementRow
            {
                DebitAccount = Account.CostOfSales,
                CreditAccount = Account.Inventory,
                StoreId = store,
                DebitPartyId = None.Id,
                CreditPartyId = None.Id,
                BusinessDate = date,
                IsAdjustment = 1,
                Amount = amount,
            });
        }
    }

    private static StockMovementRow Row(
        Draft draft, (long Date, long Item, long Depot, long Batch) row, long at, long value) => new()
        {
            Seq = draft.Seq,
            LineNo = draft.Stock.Count + 1,
            ItemId = row.Item,
            DepotId = row.Depot,
            CounterLocation = (long)Location.Customer,
            DocumentLineNo = 0,
            BatchId = row.Batch,
            BinId = None.Id,
            CostBasis = (long)CostBasis.Own,
            SourceSeq = None.Id,
            SourceLineNo = None.Id,
            BusinessAt = at,
            BusinessDate = row.Date,
            Value = value,
        };
}
