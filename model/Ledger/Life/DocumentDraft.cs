namespace Analytics.Ledger;

/// <summary>Keeps a document as a draft (草稿): it moves nothing until it is handed in for posting under the same key. A
/// later draft of the key replaces it.</summary>
public sealed record DocumentDraft(Document Document) : Submission;
