using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Goods reserved (占用) for orders: what a document may not take because others have it reserved, and what is
/// reserved after it.</summary>
/// <remarks>What of an order that reserves is not delivered yet is reserved in its depot, until a day where it says
/// one. A depot that may go negative gives what it is asked for. Who delivers an order waits only for those that
/// reserved before it, so that orders for more than there is do not hold each other up.</remarks>
internal sealed class Reservations(PostingDesk desk)
{
    private readonly Dictionary<(long Seq, long LineNo), long> released = [];

    /// <summary>Why the line's goods may not be taken; null where they may. Ask once for each line, in order.</summary>
    public Refusal? Short(LineDraft line)
    {
        if (desk.Depot.MayGoNegative == 1)
        {
            return null;
        }

        var date = desk.Head.BusinessDate;
        var own = (Seq: line.Row.OriginalSeq, line.Row.OriginalLineNo);
        var all = desk.State.Reserved(line.Item.ItemId, desk.Head.DepotId);
        var isOwn = all.TryGetValue(own, out var mine) && mine.HoldsOn(date);
        var held = all.Where(one => one.Value.HoldsOn(date) && !(isOwn && one.Key.Seq >= own.Seq))
            .Sum(one => Math.Max(0, one.Value.Qty - released.GetValueOrDefault(one.Key)));
        released[own] = released.GetValueOrDefault(own) + line.Row.Qty;
        var free = desk.OnHand(line) - held;
        return held > 0 && free < line.Row.Qty
            ? new Refusal(RefusalReason.StockReserved, (int)line.Row.LineNo, string.Create(
                CultureInfo.InvariantCulture, $"{line.Given.ItemCode}: {new Qty(free)} < {new Qty(line.Row.Qty)}"))
            : null;
    }

    /// <summary>What a posted document reserves, and what the orders that it follows still reserve.</summary>
    public static void Take(State state, Draft draft)
    {
        var head = draft.Document!;
        if (draft.Other.OfType<SalesDetailRow>().FirstOrDefault() is { IsReserving: 1 } own)
        {
            foreach (var line in draft.Lines)
            {
                draft.Reserved[(line.ItemId, head.DepotId, line.Seq, line.LineNo)] =
                    new Reservation(own.ReservesUntil, line.Qty);
            }
        }

        Follow(state, draft, head.Kind, draft.Lines);
    }

    /// <summary>What orders still reserve once lines that follow theirs are posted or reversed.</summary>
    public static void Follow(State state, Draft draft, string kind, IEnumerable<DocumentLineRow> following)
    {
        if (!Selling.Has(kind))
        {
            return;
        }

        foreach (var ofOrder in following.Where(line => line.OriginalSeq > 0).GroupBy(line => line.OriginalSeq))
        {
            var order = state.DocumentRow(ofOrder.Key);
            if (state.SalesDetail(order.Seq) is not { IsReserving: 1 } detail
                || state.FindDocument(order.DocumentKey)?.Status != DocumentStatus.Posted)
            {
                continue;
            }

            var places = ofOrder.Select(line => line.OriginalLineNo).ToHashSet();
            foreach (var line in state.DocumentLines(order.Seq).Where(line => places.Contains(line.LineNo)))
            {
                draft.Reserved[(line.ItemId, order.DepotId, line.Seq, line.LineNo)] =
                    new Reservation(detail.ReservesUntil, Selling.Left(state, draft, line));
            }
        }
    }

    /// <summary>An order that was ended or reversed reserves nothing.</summary>
    public static void Drop(State state, Draft draft, DocumentRow order)
    {
        if (state.SalesDetail(order.Seq) is not { IsReserving: 1 })
        {
            return;
        }

        foreach (var line in state.DocumentLines(order.Seq))
        {
            draft.Reserved[(line.ItemId, order.DepotId, line.Seq, line.LineNo)] = default;
        }
    }
}
