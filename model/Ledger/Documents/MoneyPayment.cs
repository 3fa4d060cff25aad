using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>付款: money that goes out to a party; may settle its credit items at once.</summary>
/// <remarks>The mirror of <see cref="MoneyReceipt"/>: what is left over stands on the payable, or as an advance paid.
/// After a <see cref="PaymentRequest"/> it pays what that wants, and nothing else.
/// </remarks>
internal static class MoneyPayment
{
    public static readonly DocumentForm Form =
        new(DocumentParts.MoneyLines | DocumentParts.Settles | DocumentParts.Original, Move, Settle)
        {
            NeedsParty = true,
        };

    private static Refusal? Move(PostingDesk desk)
    {
        var (settles, refusal) = PaymentRequests.Settles(desk);
        return refusal ?? MoneySettling.Plan(desk, -1, Account.Payable, settles) ?? PaymentRequests.Pay(desk);
    }

    private static void Settle(PostingDesk desk) => MoneySettling.Book(desk, Book, Account.Payable);

    private static void Book(PostingDesk desk, string money, string settled, long amount) =>
        desk.Pay(settled, money, amount);
}
