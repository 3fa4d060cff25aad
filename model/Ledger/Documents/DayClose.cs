using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>日清日结: a store's day is closed; what was counted differs from what its tickets said by what is short or
/// over (短款、长款).</summary>
/// <remarks>What is short goes to 营业外支出, or where the document says: to 其他应收款 of the party who makes it good. What
/// is over goes to 营业外收入. Means of payment that are not counted count as expected, but for cash. The day then takes
/// no further ticket unless a rule of approval lets it in; the reversal of the closing opens it again.</remarks>
internal static class DayClose
{
    public static readonly DocumentForm Form = new(DocumentParts.Counts, Move, Settle);

    private static Refusal? Move(PostingDesk desk)
    {
        var (head, rest) = (desk.Head, desk.Document.RestAccount);
        if (rest.Length > 0 && rest != Account.OtherReceivable && !Account.IsSettling(rest))
        {
            return new Refusal(RefusalReason.UnknownAccount, 0, rest);
        }

        if (desk.State.DayCloseOf(head.StoreId, head.BusinessDate) != None.Id)
        {
            return new Refusal(RefusalReason.DayClosed, 0, desk.Document.StoreCode);
        }

        State.SetDayClose(desk.Draft, head.StoreId, head.BusinessDate, head.Seq);
        return TillCounts.Enter(desk, isWholeDay: true);
    }

    private static void Settle(PostingDesk desk)
    {
        var restAccount = desk.Document.RestAccount.Length > 0 ? desk.Document.RestAccount : Account.OtherExpense;
        foreach (var row in desk.Draft.Other.OfType<TillCountRow>().ToList())
        {
            var (tender, over) = (desk.State.Tenders.Find(row.TenderId)!, row.CountedAmount - row.ExpectedAmount);
            if (over > 0)
            {
                Book(desk, (tender.AccountCode, tender.PartyId), (Account.OtherIncome, None.Id), over);
            }
            else
            {
                Book(desk, (restAccount, desk.Head.SettlementPartyId), (tender.AccountCode, tender.PartyId), -over);
            }
        }
    }

    private static void Book(
        PostingDesk desk, (string Account, long PartyId) debit, (string Account, long PartyId) credit, long amount) =>
        MoneyRows.Add(desk.Draft, new MoneyMovementRow
        {
            DebitAccount = debit.Account,
            CreditAccount = credit.Account,
            StoreId = desk.Head.StoreId,
            DebitPartyId = Account.IsByParty(debit.Account) ? debit.PartyId : None.Id,
            CreditPartyId = Account.IsByParty(credit.Account) ? credit.PartyId : None.Id,
            BusinessDate = desk.Head.BusinessDate,
            Amount = amount,
        });
}
