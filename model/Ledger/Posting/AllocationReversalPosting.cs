using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Takes back what one entry settled (反核销), and of a write-off the money and the items it made.</summary>
internal static class AllocationReversalPosting
{
    public static Outcome Post(AllocationReversal reversal, DocumentRow head, State state)
    {
        var name = $"{reversal.OfKind} {reversal.OfNo}";
        var seq = state.FindNumber(reversal.OfKind, reversal.OfNo)?.Seq ?? None.Id;
        var allocations = seq <= 0 ? [] : state.Allocations(seq);
        if (allocations.Count == 0 || allocations[0].ReversesSeq != None.Id
            || allocations[0].AllocationKind == "reversal")
        {
            return new Refusal(RefusalReason.UnknownAllocation, 0, name);
        }

        if (state.AllocationTakenBackBy(seq) is not null)
        {
            return new Refusal(RefusalReason.AllocationTakenBack, 0, name);
        }

        var latest = allocations.Max(row => row.BusinessDate);
        if (head.BusinessDate < latest)
        {
            return new Refusal(RefusalReason.AllocationTooEarly, 0, $"{name}: {Dates.Text(Dates.Date(latest))}");
        }

        var taken = state.DocumentRow(seq);
        var draft = VoucherHead.Begin(head);
        var desk = new AllocationDesk(state, draft, head.BusinessDate);
        foreach (var row in allocations)
        {
            desk.TakeBack(row);
        }

        if (taken.Kind == Voucher.WriteOffKind && TakeBackMoney(state, draft, desk, seq) is false)
        {
            return new Refusal(RefusalReason.ItemAllocated, 0, name);
        }

        desk.Close();
        draft.StateRows.Add(tables => tables.PutAllocationTakenBack(seq, draft.Seq));
        draft.Document = head with
        {
            StoreVersionId = head.StoreId == None.Id ? taken.StoreVersionId : head.StoreVersionId,
            StoreId = head.StoreId == None.Id ? taken.StoreId : head.StoreId,
            DepotId = head.StoreId == None.Id ? taken.DepotId : head.DepotId,
            PartyVersionId = taken.PartyVersionId,
            PartyId = taken.PartyId,
            SettlementPartyId = taken.SettlementPartyId,
            OriginalSeq = seq,
        };
        return draft;
    }

    /// <summary>Books the money with its sign turned, and settles each item with its own reversal; false where one is
    /// settled by another entry.</summary>
    private static bool TakeBackMoney(State state, Draft draft, AllocationDesk desk, long seq)
    {
        var items = desk.ItemsOf(seq);
        if (items.Exists(item => item.Remaining != item.Row.Amount))
        {
            return false;
        }

        foreach (var row in state.MoneyRows(seq))
        {
            MoneyRows.Add(draft, row with { BusinessDate = desk.BusinessDate, Amount = -row.Amount });
        }

        foreach (var item in items)
        {
            var row = item.Row;
            var own = desk.Make((row.Account, row.PartyId), -row.Amount, row.DueDate, row.OriginDate);
            desk.AllocateReversed(item, own);
        }

        return true;
    }
}
