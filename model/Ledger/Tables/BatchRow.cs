using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A batch where it was first received.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("batch")]
internal sealed record BatchRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("batch_id")] public long BatchId { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("batch_no")] public string BatchNo { get; init; } = "";
    [Column("lot_no")] public string LotNo { get; init; } = "";
    [Column("supplier_batch_no")] public string SupplierBatchNo { get; init; } = "";
    [Column("party_id")] public long PartyId { get; init; }
    [Column("produced_on")] public long ProducedOn { get; init; }
    [Column("expires_on")] public long ExpiresOn { get; init; }
    [Column("expiry_precision")] public string ExpiryPrecision { get; init; } = "";
}
