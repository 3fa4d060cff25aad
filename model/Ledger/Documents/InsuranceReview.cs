using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>医保审核: what the office of medical insurance deducts of a claim (扣款), and what it retains as a deposit
/// (预留保证金); it pays the rest.</summary>
/// <remarks>Other expense or sales expense, and other receivable, against the claim's receivable. What the office pays,
/// also of the deposit later, is a receipt.</remarks>
internal static class InsuranceReview
{
    public static readonly DocumentForm Form =
        new MoneySettling(1, IsTaken, Account.Receivable).Form();

    private static bool IsTaken(string account) => Account.Root(account)
        is Account.OtherExpense or Account.SalesExpense or Account.OtherReceivable;
}
