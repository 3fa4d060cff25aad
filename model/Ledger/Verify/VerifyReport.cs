namespace Analytics.Ledger.Verify;

/// <summary>What a verification saw.</summary>
/// <param name="BookId">The random id with which the book's chain begins.</param>
/// <param name="Seq">Entries walked.</param>
/// <param name="Hash">The chain's end: written down elsewhere, it convicts whoever shortens the book later.</param>
/// <param name="Rows">Rows of entry tables read.</param>
/// <param name="ErasedParties">Party versions whose personal fields were erased and could not be compared.</param>
/// <param name="HeadsCompared">Heads held elsewhere that were compared with the chain.</param>
/// <param name="FindingCount">All that was found.</param>
/// <param name="Findings">The first hundred.</param>
public sealed record VerifyReport(
    string BookId,
    long Seq,
    string Hash,
    long Rows,
    long ErasedParties,
    int HeadsCompared,
    long FindingCount,
    IReadOnlyList<Finding> Findings);
