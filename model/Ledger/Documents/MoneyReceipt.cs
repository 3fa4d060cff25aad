using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>收款: money that comes in from a party; may settle its debit items at once.</summary>
/// <remarks>The accounts it came in on against the accounts of what it settles; what is left over against
/// <see cref="Document.RestAccount"/>: the receivable, where it waits unapplied, or an advance.</remarks>
internal static class MoneyReceipt
{
    public static readonly DocumentForm Form =
        new(DocumentParts.MoneyLines | DocumentParts.Settles, Move, Settle) { NeedsParty = true };

    private static Refusal? Move(PostingDesk desk) =>
        MoneySettling.Plan(desk, 1, Account.Receivable, desk.Document.Settles);

    private static void Settle(PostingDesk desk) => MoneySettling.Book(desk, Book, Account.Receivable);

    private static void Book(PostingDesk desk, string money, string settled, long amount) =>
        desk.Pay(money, settled, amount);
}
