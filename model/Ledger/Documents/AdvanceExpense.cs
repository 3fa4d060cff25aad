using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>代垫费用单: what was spent for a supplier, by what it is for: paid at once (现金支付), or granted to a customer off
/// what he owes (账扣), who is then named on the line.</summary>
/// <remarks>Other receivable from the supplier against money, or against the customer's receivable.</remarks>
internal static class AdvanceExpense
{
    public static readonly DocumentForm Form = new(DocumentParts.MoneyLines | DocumentParts.Original, Move, Settle)
    {
        Party = PartyRole.Supplier, NeedsParty = true, Follows = [DocumentKind.AdvanceExpenseRequest],
    };

    private static Refusal? Move(PostingDesk desk)
    {
        if ((MoneyPlace.Wrong(desk) ?? AccountLines.Take(desk, Expense.IsSpent)) is { } refusal)
        {
            return refusal;
        }

        var nameless = AccountLines.Of(desk).FirstOrDefault(line => line.PartyId == None.Id);
        return desk.Document.Tender == Tender.Account && nameless is not null
            ? new Refusal(RefusalReason.CodeMissing, (int)nameless.LineNo, "party_code")
            : null;
    }

    private static void Settle(PostingDesk desk)
    {
        var from = desk.MoneyAccount(Account.Receivable);
        foreach (var line in AccountLines.Of(desk))
        {
            desk.Pay((Account.OtherReceivable, desk.Head.SettlementPartyId), (from, line.PartyId), line.Amount);
        }
    }
}
