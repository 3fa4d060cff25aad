namespace Analytics.Ledger.Posting;

/// <summary>Where the money of a document comes from or goes to: an account of money, or a party's account.</summary>
internal static class MoneyPlace
{
    /// <summary>Why the document does not say that rightly; null where it does.</summary>
    public static Refusal? Wrong(PostingDesk desk)
    {
        var (document, account) = (desk.Document, desk.Document.MoneyAccount);
        return account.Length > 0
                && (document.Tender != Tender.Cash || !Account.IsMoney(account)
                    || Chart.KindOf(desk.State, account) is null)
                ? new Refusal(RefusalReason.UnknownAccount, 0, account)
            : document.Tender == Tender.Account && desk.Head.SettlementPartyId == None.Id
                ? new Refusal(RefusalReason.CodeMissing, 0, "party_code")
            : null;
    }
}
