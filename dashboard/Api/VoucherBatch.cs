using System.Text.Json.Nodes;

namespace Analytics.Dashboard.Api;

/// <summary>What settles open items or freezes stock, handed in together, at most 1,000; each an object with its
/// <c>type</c> and the fields of that type, accepted or refused by itself.</summary>
internal sealed record VoucherBatch(IReadOnlyList<JsonObject> Vouchers);
