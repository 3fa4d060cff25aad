namespace Analytics.Ledger.Posting;

/// <summary>What is known of money beside balances.</summary>
internal sealed partial class State
{
    public long BudgetUsed(string account, long departmentId, long monthKey)
    {
        Write();
        return tables.BudgetUsed(account, departmentId, monthKey);
    }

    /// <summary>What stands on an account for a party; debit positive.</summary>
    public long Balance(string account, long partyId) =>
        balances.TryGetValue((account, partyId), out var kept) ? kept : tables.Balance(account, partyId);

    public long OwedToEmployee(string account, long employeeId)
    {
        Write();
        return tables.OwedToEmployee(account, employeeId);
    }

    public long OwedToDepartment(string account, long departmentId)
    {
        Write();
        return tables.OwedToDepartment(account, departmentId);
    }

    /// <summary>The day from which the oldest debit item of a party on an account counts, yyyymmdd; 0 where it has
    /// none.</summary>
    public long OldestItem(string account, long partyId)
    {
        Write();
        return tables.OldestItem(account, partyId);
    }
}
