using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>客户返利结算 (已返): rebates paid out, or taken off what the customer owes.</summary>
/// <remarks>The other payables it settles against money or the receivable.</remarks>
internal static class CustomerRebatePayment
{
    public static readonly DocumentForm Form =
        new MoneySettling(
            -1, static account => Account.IsMoney(account) || Account.Root(account) == Account.Receivable,
            Account.OtherPayable).Form() with
        {
            Party = PartyRole.Customer,
        };
}
