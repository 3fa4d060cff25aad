namespace Analytics.Ledger;

/// <summary>A version of an account (会计科目). The accounts documents book on need none.</summary>
public sealed record AccountMaster(string Code, string Name, AccountKind Kind) : Submission
{
    /// <summary>An account that has a version itself; empty where it is a root.</summary>
    public string ParentCode { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
