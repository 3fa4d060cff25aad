namespace Analytics.Ledger.Reading;

/// <summary>A posted line, signed as it counts: a return's figures are negative.</summary>
public sealed record PostedLine
{
    public required int LineNo { get; init; }

    public required string ItemCode { get; init; }

    /// <summary>The unit it was entered in.</summary>
    public required string Unit { get; init; }

    public required Qty EnteredQuantity { get; init; }

    /// <summary>In the item's base unit.</summary>
    public required Qty Quantity { get; init; }

    public required Money NetAmount { get; init; }

    /// <summary>As a fraction.</summary>
    public required decimal TaxRate { get; init; }

    public required Money TaxAmount { get; init; }

    public required Money DiscountAmount { get; init; }

    /// <summary>As it was posted; later corrections stand among the adjustments. Null for whoever may not see
    /// it.</summary>
    public required Money? CostAmount { get; init; }

    public required bool IsCostExplicit { get; init; }

    public required bool IsCostUnknown { get; init; }

    /// <summary>The line it takes back; 0 where none.</summary>
    public required int OriginalLineNo { get; init; }

    /// <summary>What it moved, by batch and bin.</summary>
    public IReadOnlyList<MovementView> Movements { get; init; } = [];

    /// <summary>Trace codes (追溯码) of the packs that moved.</summary>
    public IReadOnlyList<string> TraceCodes { get; init; } = [];

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];
}
