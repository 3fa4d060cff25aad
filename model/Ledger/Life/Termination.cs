namespace Analytics.Ledger;

/// <summary>Gives up a draft or a document that awaits approval (终止). Its number is free again.</summary>
public sealed record Termination(string DocumentKey) : Submission
{
    /// <summary>Why.</summary>
    public string Note { get; init; } = "";
}
