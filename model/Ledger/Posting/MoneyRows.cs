using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Books amounts of money.</summary>
internal static class MoneyRows
{
    /// <summary>An amount of a document on its own store, day and settling party; zero books nothing.</summary>
    public static void Add(Draft draft, DocumentRow head, string debit, string credit, long amount) =>
        Add(draft, new MoneyMovementRow
        {
            DebitAccount = debit,
            CreditAccount = credit,
            StoreId = head.StoreId,
            DebitPartyId = Account.IsByParty(debit) ? head.SettlementPartyId : None.Id,
            CreditPartyId = Account.IsByParty(credit) ? head.SettlementPartyId : None.Id,
            BusinessDate = head.BusinessDate,
            Amount = amount,
        });

    /// <summary>A row as it stands; its seq and line are set here.</summary>
    public static void Add(Draft draft, MoneyMovementRow row)
    {
        if (row.Amount != 0)
        {
            draft.Money.Add(row with { Seq = draft.Seq, LineNo = draft.Money.Count + 1 });
        }
    }
}
