namespace Analytics.Fixtures;

/// <summary>An entry of a <see cref="GraspBook"/> as a person would book it: debit is positive.</summary>
/// <param name="DocumentNo">Of the document it is of.</param>
/// <param name="Kind">Of the document.</param>
/// <param name="At">The document's moment.</param>
/// <param name="Due">By when it is to be paid; null where the document does not say.</param>
/// <param name="Account">By the standard chart.</param>
public sealed record GraspEntry(string DocumentNo, string Kind, DateTime At, DateTime? Due, string Account)
{
    public long LineNo { get; init; }

    public string Party { get; init; } = "";

    /// <summary>Whether it is from before the first document.</summary>
    public bool IsOpening { get; init; }

    public decimal Amount { get; init; }
}
