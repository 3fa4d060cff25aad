using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>损溢处理: what became of losses and gains not yet decided on, by account.</summary>
/// <remarks>Each amount clears <see cref="Account.LossPending"/>: a gain against other income, a loss against an
/// expense
/// or what the party has to make good.</remarks>
internal static class LossSettlement
{
    public static readonly DocumentForm Form = new(DocumentParts.MoneyLines, Move, Settle);

    private static Refusal? Move(PostingDesk desk)
    {
        var lines = desk.Document.MoneyLines;
        for (var at = 0; at < lines.Count; at++)
        {
            var (account, amount) = (lines[at].Account, lines[at].Amount);
            var refusal = !Account.IsLossTarget(account) ? new Refusal(RefusalReason.UnknownAccount, at + 1, account)
                : amount <= Money.Zero ? new Refusal(RefusalReason.AmountNotPositive, at + 1, amount.ToString())
                : Account.IsByParty(account) && desk.Head.SettlementPartyId == None.Id
                    ? new Refusal(RefusalReason.CodeMissing, at + 1, "party_code")
                : null;
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in desk.Document.MoneyLines)
        {
            var (debit, credit) = line.Account == Account.OtherIncome
                ? (Account.LossPending, line.Account)
                : (line.Account, Account.LossPending);
            desk.Pay(debit, credit, line.Amount.Units);
        }
    }
}
