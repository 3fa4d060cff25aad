using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What stands where a document names no party or employee.</summary>
internal static class None
{
    public const long Id = -1;

    public static readonly PartyRow Party = new()
    {
        VersionId = Id, PartyId = Id, SettlementPartyId = Id, IsActive = 1,
    };

    public static readonly EmployeeRow Employee = new() { VersionId = Id, EmployeeId = Id, IsActive = 1 };
}
