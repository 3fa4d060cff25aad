namespace Analytics.Ledger;

/// <summary>A version of an employee (员工); <see cref="StoreCode"/> is where he works, empty where that is
/// nowhere.</summary>
public sealed record EmployeeMaster(string Code, string Name, string StoreCode = "") : Submission
{
    /// <summary>A value of the list of departments; empty where he belongs to none.</summary>
    public string DepartmentCode { get; init; } = "";

    /// <summary>岗位.</summary>
    public string Post { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
