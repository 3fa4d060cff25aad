using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>供应商返利: what a supplier owes for what was bought or sold (应返), by the account it stands on.</summary>
/// <remarks>Other receivable from the supplier against cost of sales, which it lowers, or other income.</remarks>
internal static class SupplierRebate
{
    public static readonly DocumentForm Form = new(
        DocumentParts.MoneyLines, static desk => AccountLines.Take(desk, static (account, _) => Takes(account)), Settle)
    {
        Party = PartyRole.Supplier, NeedsParty = true,
    };

    /// <summary>Whether it may stand on the account.</summary>
    public static bool Takes(string account) => Account.Root(account)
        is Account.CostOfSales or Account.OtherIncome or Account.SideIncome or Account.SalesExpense;

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in AccountLines.Of(desk))
        {
            desk.Pay(Account.OtherReceivable, line.Account, line.Amount);
            desk.Pay(Account.OtherReceivable, Account.Tax, line.TaxAmount);
        }
    }
}
