using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>费用单: money spent, by account and department, paid at once or owed to a party.</summary>
/// <remarks>Expense and input tax against money, or other payables. Beyond a budget it is refused, or held for approval
/// where a rule says so.</remarks>
internal static class Expense
{
    public static readonly DocumentForm Form = new(DocumentParts.MoneyLines | DocumentParts.Original, Move, Settle)
    {
        Follows = [DocumentKind.ExpenseRequest],
    };

    /// <summary>Whether money may be spent on an account.</summary>
    public static bool IsSpent(string account, AccountKind kind) =>
        kind is AccountKind.ProfitAndLoss or AccountKind.Cost;

    private static Refusal? Move(PostingDesk desk)
    {
        if (MoneyPlace.Wrong(desk) is { } wrong)
        {
            return wrong;
        }

        if (AccountLines.Take(desk, IsSpent) is { } refusal)
        {
            return refusal;
        }

        Budgets.Use(desk);
        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        var settlement = desk.MoneyAccount(Account.OtherPayable);
        foreach (var line in AccountLines.Of(desk))
        {
            desk.Pay(line.Account, settlement, line.Amount);
            desk.Pay(Account.Tax, settlement, line.TaxAmount);
        }
    }
}
