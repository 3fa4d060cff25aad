using Analytics.Ledger;

namespace Analytics.Dashboard.Api;

/// <summary>Versions of approval rules handed in together, at most 1,000; each is accepted or refused by itself.
/// </summary>
internal sealed record ApprovalRuleBatch(IReadOnlyList<ApprovalRuleMaster> ApprovalRules);
