using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>储值退款: what a member paid in and has not spent is given back; of what was given on top the document may
/// say what is forfeited.</summary>
internal static class StoredValueRefund
{
    public static readonly DocumentForm Form = new(DocumentParts.Tenders | DocumentParts.Bonus, Move, Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        if (TopUp.Wrong(desk) is { } wrong)
        {
            return wrong;
        }

        return Take(desk, MemberMeasures.StoredPaid, -desk.Tenders!.Settled)
            ?? Take(desk, MemberMeasures.StoredBonus, desk.Document.Bonus.Units);
    }

    private static Refusal? Take(PostingDesk desk, string measure, long amount)
    {
        var held = Members.Held(desk.State, desk.Draft, desk.Head.PartyId, measure);
        if (held < amount)
        {
            return new Refusal(RefusalReason.StoredValueShort, 0, $"{new Money(held)} < {new Money(amount)}");
        }

        Members.Change(desk.Draft, desk.Head, desk.Head.PartyId, measure, -amount);
        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        desk.Tenders!.Book(desk, [(Account.StoredValue, desk.Tenders.Settled)]);
        desk.Pay(Account.StoredValue, Account.SalesExpense, desk.Document.Bonus.Units);
    }
}
