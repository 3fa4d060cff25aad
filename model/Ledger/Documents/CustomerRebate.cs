using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>客户返利: what a customer has earned (应返), by the account that bears it.</summary>
/// <remarks>Sales expense, or revenue it takes off, against other payables to the customer.</remarks>
internal static class CustomerRebate
{
    public static readonly DocumentForm Form = new(
        DocumentParts.MoneyLines, static desk => AccountLines.Take(desk, static (account, _) => Takes(account)), Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true,
    };

    /// <summary>Whether the account may bear it.</summary>
    public static bool Takes(string account) =>
        Account.Root(account) is Account.SalesExpense or Account.Revenue;

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in AccountLines.Of(desk))
        {
            desk.Pay(line.Account, Account.OtherPayable, line.Amount);
            desk.Pay(Account.Tax, Account.OtherPayable, line.TaxAmount);
        }
    }
}
