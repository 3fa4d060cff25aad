namespace Analytics.Ledger;

/// <summary>Approves or rejects a document that awaits it (审批). Nobody approves what he handed in, and nobody counts
/// twice; the last approval needed posts the document, a rejection makes it a draft again.</summary>
public sealed record Approval(string DocumentKey, bool IsApproved) : Submission
{
    /// <summary>Why.</summary>
    public string Note { get; init; } = "";
}
