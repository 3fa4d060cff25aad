using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Makes open items (未清项) of what an entry changes on the accounts by party: one for each account and party,
/// so that open items always add up to the balance.</summary>
internal static class OpenItems
{
    /// <param name="state">The book's.</param>
    /// <param name="draft">The entry, its money complete.</param>
    /// <param name="head">Its document.</param>
    /// <param name="document">As it was handed in; null of a reversal, which is due at once.</param>
    public static void Add(State state, Draft draft, DocumentRow head, Document? document)
    {
        var changes = Changes(draft);
        if (changes.Count == 0)
        {
            return;
        }

        var desk = draft.Allocations ?? new AllocationDesk(state, draft, head.BusinessDate);
        foreach (var (on, amount) in changes.Where(change => change.Amount != 0))
        {
            var isOwed = amount > 0 ? Terms.ApplyToDebit(on.Account) : Terms.ApplyToCredit(on.Account);
            var dueDate = isOwed && document is not null
                ? Terms.DueDate(state, head, document, on.PartyId)
                : head.BusinessDate;
            desk.Make(on, amount, dueDate, head.BusinessDate);
        }

        if (head.IsReversal == 1)
        {
            TakeBackOwn(state, draft, desk, head);
            Reverse(desk, head.OriginalSeq);
        }

        desk.SettlePlanned("settlement");
        desk.Close();
    }

    /// <summary>Whether an entry's items are settled in part or whole, or it holds allocations not taken back: neither
    /// may be reversed before that is taken back.</summary>
    /// <param name="state">The book's.</param>
    /// <param name="seq">The entry.</param>
    /// <param name="settlesItself">Whether what it settles by itself does not count: its reversal takes that back.
    /// </param>
    public static bool IsAllocated(State state, long seq, bool settlesItself = false)
    {
        var allocations = state.AllocationTakenBackBy(seq) is null ? state.Allocations(seq) : [];
        return (allocations.Count > 0 && !settlesItself)
            || state.OpenItemsOf(seq).Exists(item => item.Remaining + Own(item.Row) != item.Row.Amount);

        long Own(OpenItemRow item) => !settlesItself ? 0 : allocations.Sum(row =>
            (row.DebitSeq, row.DebitLineNo) == (seq, item.LineNo) ? row.Amount
            : (row.CreditSeq, row.CreditLineNo) == (seq, item.LineNo) ? -row.Amount
            : 0);
    }

    /// <summary>What the entry changes by account and party, in the order in which it first does.</summary>
    private static List<((string Account, long PartyId) On, long Amount)> Changes(Draft draft)
    {
        var changes = new List<((string Account, long PartyId) On, long Amount)>();
        foreach (var row in draft.Money)
        {
            Change(row.DebitAccount, row.DebitPartyId, row.Amount);
            Change(row.CreditAccount, row.CreditPartyId, -row.Amount);
        }

        return changes;

        void Change(string account, long partyId, long amount)
        {
            if (!Account.IsByParty(account))
            {
                return;
            }

            var at = changes.FindIndex(change => change.On == (account, partyId));
            if (at < 0)
            {
                changes.Add(((account, partyId), amount));
            }
            else
            {
                changes[at] = (changes[at].On, changes[at].Amount + amount);
            }
        }
    }

    private static void TakeBackOwn(State state, Draft draft, AllocationDesk desk, DocumentRow head)
    {
        var original = head.OriginalSeq;
        if (DocumentForms.Named(head.Kind) is not { SettlesItself: true }
            || state.AllocationTakenBackBy(original) is not null
            || state.Allocations(original) is not [_, ..] own)
        {
            return;
        }

        foreach (var row in own)
        {
            desk.TakeBack(row);
        }

        draft.StateRows.Add(tables => tables.PutAllocationTakenBack(original, draft.Seq));
    }

    /// <summary>A reversal and what it reverses settle each other.</summary>
    private static void Reverse(AllocationDesk desk, long originalSeq)
    {
        var reversed = desk.ItemsOf(originalSeq);
        foreach (var own in desk.Made)
        {
            foreach (var item in reversed.Where(item => item.Row.Account == own.Row.Account
                && item.Row.PartyId == own.Row.PartyId && item.IsDebit != own.IsDebit))
            {
                desk.AllocateReversed(item, own);
            }
        }

        // What the original had put in the place of other items is nothing any more: its two sides cancel out.
        foreach (var debit in reversed.Where(item => item.IsDebit))
        {
            foreach (var credit in reversed.Where(item => !item.IsDebit
                && item.Row.Account == debit.Row.Account && item.Row.PartyId == debit.Row.PartyId))
            {
                desk.AllocateReversed(debit, credit);
            }
        }
    }
}
