namespace Analytics.Ledger;

/// <summary>Keeps a voucher as a draft (草稿): it settles nothing until it is handed in for posting under the same key.
/// A later draft of the key replaces it.</summary>
public sealed record VoucherDraft(Voucher Voucher) : Submission;
