using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>代垫费用申请: what is to be spent for a supplier, by what it is for; followed by what was spent.</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class AdvanceExpenseRequest
{
    public static readonly DocumentForm Form =
        new(DocumentParts.MoneyLines, static desk => AccountLines.Take(desk, Expense.IsSpent), static _ => { })
        {
            Party = PartyRole.Supplier, NeedsParty = true, IsPlan = true,
        };
}
