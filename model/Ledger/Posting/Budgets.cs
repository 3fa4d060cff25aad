using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What expenses may come to, and have come to (预算).</summary>
internal static class Budgets
{
    /// <summary>Notes what a document's amounts use; and where that goes beyond a budget.</summary>
    public static void Use(PostingDesk desk)
    {
        var month = desk.Head.BusinessDate / 100;
        foreach (var spent in AccountLines.Of(desk).GroupBy(line => (line.Account, line.DepartmentId)))
        {
            var (account, department) = spent.Key;
            var amount = spent.Sum(line => line.Amount);
            Note(desk.Draft, account, department, month, amount);
            var code = BudgetPosting.Code(account, department, month);
            if (desk.State.Find(MasterKinds.Budget, code)?.Row is not BudgetRow { IsActive: 1 } budget)
            {
                continue;
            }

            var left = budget.Amount - desk.State.BudgetUsed(account, department, month);
            if (amount > left)
            {
                desk.Draft.Exceeds.Add((Snake.Case(ApprovalTrigger.OverBudget), new Refusal(
                    RefusalReason.BudgetExceeded, (int)spent.First().LineNo, string.Create(
                        CultureInfo.InvariantCulture,
                        $"{account} {month}: {new Money(left)} < {new Money(amount)}"))));
            }
        }
    }

    public static void Note(Draft draft, string account, long department, long month, long amount) =>
        draft.StateRows.Add(tables => tables.AddBudgetUsed(account, department, month, amount));
}
