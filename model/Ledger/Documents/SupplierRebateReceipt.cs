using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>供应商返利结算 (已返): rebates received in money, or taken off what is owed to the supplier, who may pay them in
/// goods so.</summary>
/// <remarks>Money or the payable against the other receivables it settles.</remarks>
internal static class SupplierRebateReceipt
{
    public static readonly DocumentForm Form =
        new MoneySettling(
            1, static account => Account.IsMoney(account) || Account.Root(account) == Account.Payable,
            Account.OtherReceivable).Form() with
        {
            Party = PartyRole.Supplier,
        };
}
