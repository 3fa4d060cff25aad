using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>资金调拨、存取款: money from one account of the company to others; bank charges may be among them.</summary>
/// <remarks>The accounts named against the one the money comes from.</remarks>
internal static class FundTransfer
{
    public static readonly DocumentForm Form = new(DocumentParts.MoneyLines, Move, Settle);

    private static Refusal? Move(PostingDesk desk)
    {
        var from = desk.MoneyAccount("");
        return desk.Document.Tender != Tender.Cash
            ? new Refusal(RefusalReason.PartNotTaken, 0, "fund_transfer: tender")
            : MoneyPlace.Wrong(desk) ?? AccountLines.Take(
                desk, (account, _) => account != from
                    && (Account.IsMoney(account) || Account.Root(account) == Account.FinanceExpense));
    }

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in AccountLines.Of(desk))
        {
            desk.Pay(line.Account, desk.MoneyAccount(""), line.Amount);
        }
    }
}
