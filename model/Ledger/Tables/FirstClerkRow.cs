using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>The clerk who first served a customer.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("first_clerk")]
internal sealed record FirstClerkRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("employee_id")] public long EmployeeId { get; init; }
}
