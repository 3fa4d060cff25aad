namespace Analytics.Ledger;

/// <summary>A version of a list's value: a project (项目), channel (渠道), department (部门) or reason (原因).</summary>
public sealed record ListValueMaster(ListKind List, string Code, string Name) : Submission
{
    /// <summary>The value of the same list above it; empty where it is a root.</summary>
    public string ParentCode { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
