namespace Analytics.Ledger.Posting;

/// <summary>What is known of money beside balances: how far budgets are used, and who looks after what is
/// owed.</summary>
internal sealed partial class StateTables
{
    public long BudgetUsed(string account, long departmentId, long monthKey) =>
        Of("find_budget_used", "account", "department_id", "month_key")
            .First(Transaction, row => row.GetInt64(0), account, departmentId, monthKey);

    public void AddBudgetUsed(string account, long departmentId, long monthKey, long amount) =>
        Of("add_budget_used", "account", "department_id", "month_key", "amount")
            .Run(Transaction, account, departmentId, monthKey, amount);

    /// <summary>What is owed on an account by the parties that an employee looks after.</summary>
    public long OwedToEmployee(string account, long employeeId) =>
        Of("owed_to_employee", "account", "employee_id")
            .First(Transaction, row => row.GetInt64(0), account, employeeId);

    /// <summary>What is owed on an account by the parties that the employees of a department look after.</summary>
    public long OwedToDepartment(string account, long departmentId) =>
        Of("owed_to_department", "account", "department_id")
            .First(Transaction, row => row.GetInt64(0), account, departmentId);

    /// <summary>The day from which the oldest debit item of a party on an account counts, yyyymmdd; 0 where it has
    /// none.</summary>
    public long OldestItem(string account, long partyId) =>
        Of("oldest_item", "account", "party_id").First(Transaction, row => row.GetInt64(0), account, partyId);
}
