namespace Analytics.Ledger.Reading;

/// <summary>The head of a posted document, masters by the codes they had then. Empty where there is none.</summary>
public sealed record PostedHead
{
    public required DateTimeOffset BusinessAt { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public required string StoreCode { get; init; }

    public required string DepotCode { get; init; }

    public required string PartyCode { get; init; }

    public required string SettlementPartyCode { get; init; }

    public required string EmployeeCode { get; init; }

    public required ShipTo ShipTo { get; init; }

    public required string Tender { get; init; }

    public required string Note { get; init; }

    public required string Source { get; init; }

    /// <summary>Of the document that this one takes back or follows.</summary>
    public required string OriginalKey { get; init; }

    public required string OriginalNo { get; init; }

    /// <summary>Of a transfer: the depot the goods go to.</summary>
    public required string ToDepotCode { get; init; }

    public required string ProjectCode { get; init; }

    public required string ChannelCode { get; init; }

    public required string ReasonCode { get; init; }

    public required string TillCode { get; init; }

    public required string ShiftNo { get; init; }

    /// <summary>Of an order: when it is to be delivered.</summary>
    public required DateOnly? ExpectedOn { get; init; }

    /// <summary>The last day it holds.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Whether its goods are reserved until delivered.</summary>
    public required bool Reserves { get; init; }

    public required DateOnly? ReservesUntil { get; init; }

    public required string VehicleNo { get; init; }

    public required string Route { get; init; }

    /// <summary>What the counter keeps of consigned goods, tax included.</summary>
    public required Money CommissionAmount { get; init; }

    public required Money CommissionTax { get; init; }

    /// <summary>Whose consigned goods were sold.</summary>
    public required string OwnerCode { get; init; }

    /// <summary>Who had a part in it, by role.</summary>
    public IReadOnlyList<DocumentEmployee> Employees { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Custom fields of the whole document; those of a line stand on the line.</summary>
    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    public required bool IsReversal { get; init; }

    public required bool IsBackdated { get; init; }
}
