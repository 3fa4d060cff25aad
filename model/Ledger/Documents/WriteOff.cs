namespace Analytics.Ledger;

/// <summary>A write-off (往来核销单) of one <see cref="WriteOffKind"/>: in one entry the money it books, the items it makes
/// and what it settles.</summary>
public sealed record WriteOff(WriteOffKind Kind, string DocumentNo, DateOnly BusinessDate)
    : Voucher(DocumentNo, BusinessDate)
{
    /// <summary>The party whose items are settled.</summary>
    public string PartyCode { get; init; } = "";

    /// <summary>Of a transfer: the other party, which takes the items over.</summary>
    public string ToPartyCode { get; init; } = "";

    /// <summary>The items it settles or transfers; on the side its kind says.</summary>
    public required IReadOnlyList<Settlement> Items { get; init; }

    /// <summary>Of a kind that settles items with items: those of the other side, of the same total.</summary>
    public IReadOnlyList<Settlement> Against { get; init; } = [];

    /// <summary>Of a kind that settles items with no other item: the account instead of the kind's own; one of
    /// <see cref="Account.IsSettling"/>.</summary>
    public string ContraAccount { get; init; } = "";

    /// <summary>Of a transfer or conversion: true makes an item for each original, with its origin and due date; false
    /// makes one item that counts from its day, due by the terms of the party that has it then.</summary>
    public bool KeepsOriginDate { get; init; }
}
