using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Books goods against the account that their document names, else that of its kind.</summary>
internal static class StockContra
{
    public static void Book(PostingDesk desk, string otherwise, bool isIn)
    {
        var named = desk.Document.ContraAccount;
        var (contra, worth) = (named.Length > 0 ? named : otherwise, desk.Booked.Sum(line => line.CostAmount));
        var (debit, credit) = isIn ? (Account.Inventory, contra) : (contra, Account.Inventory);
        desk.Pay(debit, credit, worth);
        if (worth == 0 && named.Length > 0)
        {
            Keep(desk, debit, credit);
        }
    }

    /// <summary>Of goods that are worth nothing yet: what they turn out to cost goes to the account named.</summary>
    private static void Keep(PostingDesk desk, string debit, string credit) =>
        desk.Draft.Money.Add(new MoneyMovementRow
        {
            Seq = desk.Draft.Seq,
            LineNo = desk.Draft.Money.Count + 1,
            DebitAccount = debit,
            CreditAccount = credit,
            StoreId = desk.Head.StoreId,
            DebitPartyId = None.Id,
            CreditPartyId = None.Id,
            BusinessDate = desk.Head.BusinessDate,
            Amount = 0,
        });
}
