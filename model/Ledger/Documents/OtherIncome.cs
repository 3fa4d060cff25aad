using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>其他收入单: income beside sales, by account, received at once or owed by a party.</summary>
/// <remarks>Money, or other receivables, against income and output tax.</remarks>
internal static class OtherIncome
{
    public static readonly DocumentForm Form = new(
        DocumentParts.MoneyLines,
        static desk => MoneyPlace.Wrong(desk)
            ?? AccountLines.Take(desk, static (_, kind) => kind == AccountKind.ProfitAndLoss),
        Settle);

    private static void Settle(PostingDesk desk)
    {
        var settlement = desk.MoneyAccount(Account.OtherReceivable);
        foreach (var line in AccountLines.Of(desk))
        {
            desk.Pay(settlement, line.Account, line.Amount);
            desk.Pay(settlement, Account.Tax, line.TaxAmount);
        }
    }
}
