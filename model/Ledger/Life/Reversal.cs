namespace Analytics.Ledger;

/// <summary>Takes back a posted document (红冲): a document of the same kind with every sign turned.</summary>
/// <remarks>Dated as its original it leaves no trace: costs become what they had been without either. Dated later,
/// the goods go back at what they cost by then. One document is reversed once.</remarks>
/// <param name="DocumentKey">Of the document to take back.</param>
/// <param name="DocumentNo">The reversal's own number.</param>
public sealed record Reversal(string DocumentKey, string DocumentNo) : Submission
{
    /// <summary>When; null means at the original's own moment, which its period must be open for.</summary>
    public DateTimeOffset? BusinessAt { get; init; }

    /// <summary>Why.</summary>
    public string Note { get; init; } = "";
}
