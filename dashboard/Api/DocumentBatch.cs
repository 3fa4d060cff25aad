using Analytics.Ledger;

namespace Analytics.Dashboard.Api;

/// <summary>Documents handed in together, at most 1,000; each is accepted or refused by itself.</summary>
internal sealed record DocumentBatch(IReadOnlyList<Document> Documents);
