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

    /// <summary>Of the document that this one takes back.</summary>
    public required string OriginalKey { get; init; }

    /// <summary>Who had a part in it, by role.</summary>
    public IReadOnlyList<DocumentEmployee> Employees { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Custom fields of the whole document; those of a line stand on the line.</summary>
    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    public required bool IsReversal { get; init; }

    public required bool IsBackdated { get; init; }
}
