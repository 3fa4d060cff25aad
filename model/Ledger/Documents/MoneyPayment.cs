using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>付款: money that goes out to a party; may settle its credit items at once.</summary>
/// <remarks>The mirror of <see cref="MoneyReceipt"/>: what is left over stands on the payable, or as an advance paid.
/// </remarks>
internal static class MoneyPayment
{
    public static readonly DocumentForm Form =
        new(DocumentParts.MoneyLines | DocumentParts.Settles, Move, Settle) { NeedsParty = true };

    private static Refusal? Move(PostingDesk desk) => MoneySettling.Plan(desk, -1, Account.Payable);

    private static void Settle(PostingDesk desk) => MoneySettling.Book(desk, Book, Account.Payable);

    private static void Book(PostingDesk desk, string money, string settled, long amount) =>
        desk.Pay(settled, money, amount);
}
