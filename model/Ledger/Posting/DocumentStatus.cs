namespace Analytics.Ledger.Posting;

/// <summary>The steps of a document's life.</summary>
public static class DocumentStatus
{
    /// <summary>草稿: kept, not yet handed in for posting.</summary>
    public const string Draft = "draft";

    /// <summary>待审批: a rule holds it until others than its author approve.</summary>
    public const string Awaiting = "awaiting";

    /// <summary>已过账.</summary>
    public const string Posted = "posted";

    /// <summary>已红冲: taken back by a reversal.</summary>
    public const string Reversed = "reversed";

    /// <summary>已终止: given up before it was posted, or ended with the rest undone.</summary>
    public const string Terminated = "terminated";
}
