using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Settles what is open on an account for a party, in an order that depends on nothing but the book.</summary>
internal static class AutoAllocationPosting
{
    public static Outcome Post(AutoAllocation allocation, DocumentRow head, State state)
    {
        if (!Account.IsByParty(allocation.Account))
        {
            return new Refusal(RefusalReason.UnknownAccount, 0, allocation.Account);
        }

        var party = allocation.PartyCode.Length == 0 ? None.Party : state.Party(allocation.PartyCode);
        if (party is null)
        {
            return new Refusal(RefusalReason.UnknownParty, 0, allocation.PartyCode);
        }

        var draft = VoucherHead.Begin(head);
        var desk = new AllocationDesk(state, draft, head.BusinessDate);
        var items = state.OpenItemsOn(allocation.Account, party.PartyId)
            .Where(item => item.FreeFrom <= head.BusinessDate).Select(desk.Hold).ToList();
        Returns(desk, items);
        InTurn(desk, items);
        if (desk.AllocationCount == 0)
        {
            return new Refusal(RefusalReason.NothingToAllocate, 0, $"{allocation.Account} {allocation.PartyCode}");
        }

        desk.Close();
        draft.Document = head with
        {
            PartyVersionId = party.VersionId, PartyId = party.PartyId, SettlementPartyId = party.PartyId,
        };
        return draft;
    }

    /// <summary>What takes a document back settles that document first.</summary>
    private static void Returns(AllocationDesk desk, List<HeldItem> items)
    {
        var byEntry = items.ToLookup(item => item.Row.Seq);
        foreach (var back in items.Where(item => item.OriginalSeq > 0))
        {
            foreach (var original in byEntry[back.OriginalSeq].Where(item => item.IsDebit != back.IsDebit))
            {
                Settle(desk, original, back);
            }
        }
    }

    private static void InTurn(AllocationDesk desk, List<HeldItem> items)
    {
        var credits = new Queue<HeldItem>(items.Where(item => !item.IsDebit && item.Left > 0));
        foreach (var debit in items.Where(item => item.IsDebit))
        {
            while (debit.Left > 0 && credits.TryPeek(out var credit) && Settle(desk, debit, credit))
            {
                if (credit.Left == 0)
                {
                    credits.Dequeue();
                }
            }
        }
    }

    /// <summary>As much as both have left; false where the entry is full.</summary>
    private static bool Settle(AllocationDesk desk, HeldItem one, HeldItem other)
    {
        var amount = Math.Min(one.Left, other.Left);
        return desk.AllocationCount < VoucherHead.MostPairs
            && (amount == 0 || desk.Allocate("auto", one, other, amount, 0) is null);
    }
}
