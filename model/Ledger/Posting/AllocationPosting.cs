using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Turns an allocation (核销) into the entry it makes.</summary>
internal static class AllocationPosting
{
    public static Outcome Post(Allocation allocation, DocumentRow head, State state)
    {
        if (VoucherHead.Count(allocation.Pairs.Count) is { } wrong)
        {
            return wrong;
        }

        var draft = VoucherHead.Begin(head);
        var desk = new AllocationDesk(state, draft, head.BusinessDate);
        for (var at = 0; at < allocation.Pairs.Count; at++)
        {
            if (Pair(desk, allocation.Pairs[at], at + 1) is { } refusal)
            {
                return refusal;
            }
        }

        desk.Close();
        return draft;
    }

    private static Refusal? Pair(AllocationDesk desk, AllocationPair pair, int lineNo)
    {
        var (debit, noDebit) = desk.Find(pair.Debit, "", lineNo);
        if (noDebit is not null)
        {
            return noDebit;
        }

        var (credit, noCredit) = desk.Find(pair.Credit, "", lineNo);
        return noCredit
            ?? (debit!.IsDebit
                ? desk.Allocate("manual", debit, credit!, pair.Amount.Units, lineNo)
                : new Refusal(RefusalReason.AllocationOneSided, lineNo, debit.Name));
    }
}
