namespace Analytics.Ledger;

/// <summary>A version of an employee (员工); <see cref="StoreCode"/> is where he works, empty where that is
/// nowhere.</summary>
public sealed record EmployeeMaster(string Code, string Name, string StoreCode = "") : Submission
{
    public bool IsActive { get; init; } = true;
}
