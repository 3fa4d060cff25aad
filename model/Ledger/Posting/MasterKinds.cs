namespace Analytics.Ledger.Posting;

/// <summary>The kinds of master in <c>state_master</c>; an entry that holds a version bears the same kind.</summary>
internal static class MasterKinds
{
    public const string Category = "category";
    public const string Item = "item";
    public const string Party = "party";
    public const string Store = "store";
    public const string Employee = "employee";
}
