namespace Analytics.Ledger;

/// <summary>Gives up a draft or a document that awaits approval (终止), whose number is free again; or ends a posted plan
/// or order with the rest undone.</summary>
public sealed record Termination(string DocumentKey) : Submission
{
    /// <summary>Why.</summary>
    public string Note { get; init; } = "";

    /// <summary>A value of the list of reasons, such as 缺货 or 价格; empty where none is given.</summary>
    public string ReasonCode { get; init; } = "";
}
