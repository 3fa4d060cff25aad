using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A posted document. Properties in the table's column order, which is the canonical one.</summary>
[Table("document")]
internal sealed record DocumentRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("kind")] public string Kind { get; init; } = "";
    [Column("document_no")] public string DocumentNo { get; init; } = "";
    [Column("document_key")] public string DocumentKey { get; init; } = "";
    [Column("content_digest")] public string ContentDigest { get; init; } = "";
    [Column("source")] public string Source { get; init; } = "";
    [Column("business_at")] public long BusinessAt { get; init; }
    [Column("business_date")] public long BusinessDate { get; init; }
    [Column("business_minute")] public long BusinessMinute { get; init; }
    [Column("legal_entity_id")] public long LegalEntityId { get; init; }
    [Column("store_version_id")] public long StoreVersionId { get; init; }
    [Column("store_id")] public long StoreId { get; init; }
    [Column("depot_id")] public long DepotId { get; init; }
    [Column("to_depot_id")] public long ToDepotId { get; init; } = -1;
    [Column("party_version_id")] public long PartyVersionId { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("settlement_party_id")] public long SettlementPartyId { get; init; }
    [Column("employee_version_id")] public long EmployeeVersionId { get; init; }
    [Column("employee_id")] public long EmployeeId { get; init; }
    [Column("project_id")] public long ProjectId { get; init; }
    [Column("channel_id")] public long ChannelId { get; init; }
    [Column("reason_id")] public long ReasonId { get; init; } = -1;
    [Column("ship_to_country")] public string ShipToCountry { get; init; } = "";
    [Column("ship_to_region")] public string ShipToRegion { get; init; } = "";
    [Column("ship_to_province")] public string ShipToProvince { get; init; } = "";
    [Column("ship_to_city")] public string ShipToCity { get; init; } = "";
    [Column("tender")] public string Tender { get; init; } = "";
    [Column("till_code")] public string TillCode { get; init; } = "";
    [Column("shift_no")] public string ShiftNo { get; init; } = "";
    [Column("expected_on")] public long ExpectedOn { get; init; } = -1;
    [Column("note")] public string Note { get; init; } = "";
    [Column("original_seq")] public long OriginalSeq { get; init; }
    [Column("is_reversal")] public long IsReversal { get; init; }
    [Column("is_backdated")] public long IsBackdated { get; init; }
}
