namespace Analytics.Ledger.Batches;

/// <summary>A movement of a batch.</summary>
/// <param name="Seq">Its entry.</param>
/// <param name="Kind">The document's, as the book names it.</param>
/// <param name="DocumentNo">The document's.</param>
/// <param name="BusinessAt">When, UTC.</param>
/// <param name="BusinessDate">The day it counts for.</param>
/// <param name="DepotCode">The depot it moved into or out of.</param>
/// <param name="Counter">Where it came from or went to.</param>
/// <param name="PartyCode">Supplier or customer; empty where there is none.</param>
/// <param name="PartyName">Its name as it was then; empty where there is none or it was erased.</param>
/// <param name="LotNo">Empty where the batch has none.</param>
/// <param name="Quantity">In base units; above zero into the depot.</param>
/// <param name="IsReversal">Whether it takes an entry back (红冲).</param>
public sealed record BatchMovement(
    long Seq, string Kind, string DocumentNo, DateTimeOffset BusinessAt, DateOnly BusinessDate, string DepotCode,
    Location Counter, string PartyCode, string PartyName, string LotNo, Qty Quantity, bool IsReversal);
