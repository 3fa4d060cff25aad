using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>付款: money that goes out to a party; may settle its credit items at once.</summary>
/// <remarks>The mirror of <see cref="MoneyReceipt"/>: what is left over stands on the payable, or as an advance paid.
/// After a <see cref="PaymentRequest"/> it pays what that wants, and nothing else.</remarks>
internal static class MoneyPayment
{
    public static readonly DocumentForm Form =
        new MoneySettling(-1, Account.IsSettling, Account.Payable)
        {
            Settles = PaymentRequests.Settles, Then = PaymentRequests.Pay,
        }.Form(DocumentParts.Original);
}
