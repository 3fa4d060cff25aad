namespace Analytics.Ledger.Posting;

/// <summary>Where a document stands.</summary>
/// <param name="Kind">As the book names it.</param>
/// <param name="DocumentNo">Its number.</param>
/// <param name="Status">One of <see cref="DocumentStatus"/>.</param>
/// <param name="Seq">Its posted entry; −1 while there is none.</param>
/// <param name="DraftSeq">Its last draft; −1 where it never was one.</param>
/// <param name="Digest">Of its content.</param>
/// <param name="Actor">Who handed it in last.</param>
/// <param name="Approvals">Who approved it since, separated by line feeds.</param>
internal sealed record DocumentState(
    string Kind, string DocumentNo, string Status, long Seq, long DraftSeq, string Digest, string Actor,
    string Approvals);
