using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Books what costing again changed: on the adjusted document's own day while its period is open, else on the
/// first open day.</summary>
internal static class CostAdjustments
{
    public static void Book(State state, Draft draft, DocumentRow head, CostOutcome cost)
    {
        var values = new SortedDictionary<Place, (long At, long Value)>();
        var money = new SortedDictionary<(long Date, long Store, string Account), long>(
            Comparer<(long Date, long Store, string Account)>.Create((one, other) =>
                (one.Date, one.Store).CompareTo((other.Date, other.Store)) is not 0 and var byPlace
                    ? byPlace
                    : string.CompareOrdinal(one.Account, other.Account)));
        foreach (var (movement, change) in cost.Adjustments)
        {
            var isOpen = movement.Booking.BusinessDate > state.ClosedTo;
            var date = isOpen ? movement.Booking.BusinessDate : state.FirstOpenDate;
            var signed = movement.Qty < 0 ? change : -change;
            var ofLine = IsInward(state, movement) ? -signed : signed;
            draft.Adjustments.Add(new CostAdjustmentRow
            {
                Seq = draft.Seq,
                LineNo = draft.Adjustments.Count + 1,
                Kind = movement.Key.Kind,
                OriginalSeq = movement.Ref.Seq,
                OriginalLineNo = movement.Booking.LineNo,
                OriginalMovementNo = movement.Ref.LineNo,
                BusinessDate = date,
                CostAmount = ofLine,
                ManagementCostAmount = ManagementCosts.OfChange(state, movement, ofLine),
            });
            var counter = movement.Booking.Counter;
            var row = new Place(
                date, movement.Pool.ItemId, movement.Booking.DepotId, movement.Pool.BatchId, (long)counter);
            var known = values.GetValueOrDefault(row, (isOpen ? movement.Key.BusinessAt : head.BusinessAt, 0L));
            values[row] = (known.Item1, known.Item2 - signed);
            var store = (date, movement.Booking.StoreId, AccountOf(state, movement));
            money[store] = money.GetValueOrDefault(store) + signed;
        }

        foreach (var (sent, isRecosted, left) in SentGoods.Changes(state, draft, head, cost))
        {
            var sentOn = sent.Booking.BusinessDate;
            var day = isRecosted ? sentOn : Math.Max(sentOn, head.BusinessDate);
            var away = (day > state.ClosedTo ? day : state.FirstOpenDate, sent.Booking.StoreId, AccountOf(state, sent));
            money[away] = money.GetValueOrDefault(away) - left;
            var expense = away with { Item3 = Account.CostOfSales };
            money[expense] = money.GetValueOrDefault(expense) + left;
        }

        foreach (var (row, (at, value)) in values.Where(one => one.Value.Value != 0))
        {
            draft.Stock.Add(Row(draft, row, at, value));
        }

        foreach (var ((date, store, account), amount) in money)
        {
            MoneyRows.Add(draft, new MoneyMovementRow
            {
                DebitAccount = account,
                CreditAccount = Account.Inventory,
                StoreId = store,
                DebitPartyId = None.Id,
                CreditPartyId = None.Id,
                BusinessDate = date,
                IsAdjustment = 1,
                Amount = amount,
            });
        }

        Dispatches.Adjust(state, draft, head, cost);
        Lendings.Adjust(state, draft, head, cost);
    }

    /// <summary>Whether the movement's line is positive where its goods come in.</summary>
    private static bool IsInward(State state, CostEvent movement)
    {
        var form = DocumentForms.Named(movement.Key.Kind);
        return form is { IsBothWays: true }
            ? state.DocumentLines(movement.Ref.Seq).First(line => line.LineNo == movement.Booking.LineNo).Qty > 0
                == movement.Qty > 0
            : form is { IsInward: true };
    }

    /// <summary>The account against which a change of a movement's worth is booked, by where its goods went or came
    /// from.</summary>
    /// <remarks>What goods are made of and what is made of them change by the same and cancel out; what a product does
    /// not follow is an expense, so that production costs end at nothing.</remarks>
    public static string AccountOf(State state, CostEvent movement) => movement.Booking.Counter switch
    {
        Location.Loss => Account.LossPending,
        Location.Transit => Account.InTransit,
        Location.PricedTransfer => Account.PriceVariance,
        Location.Lent => Account.GoodsDispatched,
        Location.InternalUse => Named(state, movement) ?? Account.AdminExpense,
        Location.Other => Named(state, movement)
            ?? (movement.Qty > 0 ? Account.OtherIncome : Account.OtherExpense),
        Location.Dispatched => Account.GoodsDispatched,
        Location.Sample or Location.Prize => Account.SalesExpense,
        _ => Account.CostOfSales,
    };

    /// <summary>The account that the movement's document named; null where it named none and its goods were worth
    /// nothing.</summary>
    private static string? Named(State state, CostEvent movement)
    {
        var row = state.MoneyRows(movement.Ref.Seq).FirstOrDefault(one => one.IsAdjustment == 0);
        return row is null ? null
            : row.DebitAccount == Account.Inventory ? row.CreditAccount
            : row.DebitAccount;
    }

    private static StockMovementRow Row(Draft draft, Place row, long at, long value) => new()
    {
        Seq = draft.Seq,
        LineNo = draft.Stock.Count + 1,
        ItemId = row.Item,
        DepotId = row.Depot,
        CounterLocation = row.Counter,
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

    private readonly record struct Place(long Date, long Item, long Depot, long Batch, long Counter)
        : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            (Date, Item, Depot, Batch, Counter).CompareTo(
                (other.Date, other.Item, other.Depot, other.Batch, other.Counter));
    }
}
