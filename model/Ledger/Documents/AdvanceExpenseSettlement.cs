using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>代垫核销: how a supplier bears what was spent for him: off what is owed to him (转应付, also for goods he sends
/// instead: 货补), in money (返现), and a difference that stays with the company as an expense.</summary>
/// <remarks>Those accounts against the other receivables it settles; what he grants beyond them is other income.
/// </remarks>
internal static class AdvanceExpenseSettlement
{
    public static readonly DocumentForm Form =
        new MoneySettling(1, IsBorne, Account.OtherIncome) { IsRestByParty = false }.Form() with
        {
            Party = PartyRole.Supplier,
        };

    private static bool IsBorne(string account) => Account.IsMoney(account) || Account.Root(account)
        is Account.Payable or Account.SalesExpense or Account.AdminExpense or Account.OtherExpense;
}
