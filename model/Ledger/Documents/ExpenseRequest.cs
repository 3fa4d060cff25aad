using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>费用申请: what somebody asks to spend, by account; followed by expenses, or ended with the rest
/// unspent.</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class ExpenseRequest
{
    public static readonly DocumentForm Form =
        new(DocumentParts.MoneyLines, static desk => AccountLines.Take(desk, Expense.IsSpent), static _ => { })
        {
            IsPlan = true,
        };
}
