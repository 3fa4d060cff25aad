using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>收款: money that comes in from a party; may settle its debit items at once.</summary>
/// <remarks>The accounts it came in on against the accounts of what it settles; what is left over against
/// <see cref="Document.RestAccount"/>: the receivable, where it waits unapplied, or an advance.</remarks>
internal static class MoneyReceipt
{
    public static readonly DocumentForm Form =
        new MoneySettling(1, Account.IsSettling, Account.Receivable).Form();
}
