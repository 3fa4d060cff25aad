using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>储值充值: a member pays in what he spends later, and may be given something on top.</summary>
/// <remarks>What is paid in is owed (合同负债). What is given on top is an expense at once and owed likewise, so that
/// spending it is revenue as any other; it is spent last.</remarks>
internal static class TopUp
{
    public static readonly DocumentForm Form = new(DocumentParts.Tenders | DocumentParts.Bonus, Move, Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        if (Wrong(desk) is { } wrong)
        {
            return wrong;
        }

        var (draft, head) = (desk.Draft, desk.Head);
        Members.Change(draft, head, head.PartyId, MemberMeasures.StoredPaid, desk.Tenders!.Settled);
        Members.Change(draft, head, head.PartyId, MemberMeasures.StoredBonus, desk.Document.Bonus.Units);
        return null;
    }

    /// <summary>Why stored value cannot be paid in or out; null where it can.</summary>
    public static Refusal? Wrong(PostingDesk desk) =>
        desk.Head.PartyId == None.Id ? new Refusal(RefusalReason.CodeMissing, 0, "party_code")
        : desk.Tenders is null ? new Refusal(RefusalReason.NoLines, 0, "tenders")
        : null;

    private static void Settle(PostingDesk desk)
    {
        desk.Tenders!.Book(desk, [(Account.StoredValue, desk.Tenders.Settled)]);
        desk.Pay(Account.SalesExpense, Account.StoredValue, desk.Document.Bonus.Units);
    }
}
