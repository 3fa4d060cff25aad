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

    /// <summary>Management cost (考核成本) as it was posted; null for whoever may not see it.</summary>
    public required Money? ManagementCostAmount { get; init; }

    /// <summary>At list price, tax included.</summary>
    public required Money ListAmount { get; init; }

    public required LinePurpose Purpose { get; init; }

    public required string PromotionCode { get; init; }

    /// <summary>Key of the document whose line it takes back or follows; empty where none.</summary>
    public required string OriginalKey { get; init; }

    public required string OriginalNo { get; init; }

    /// <summary>The line it takes back or follows; 0 where none.</summary>
    public required int OriginalLineNo { get; init; }

    /// <summary>Of goods made out of others: their share; 0 of others.</summary>
    public required long MadeShare { get; init; }

    /// <summary>Of a comparison: the supplier whose quote was chosen.</summary>
    public required string SupplierCode { get; init; }

    /// <summary>Of goods that arrived: how much was rejected, in the base unit.</summary>
    public required Qty RejectedQuantity { get; init; }

    /// <summary>Why goods were rejected, or another quote than the cheapest was chosen.</summary>
    public required string Reason { get; init; }

    /// <summary>Why a batch nearer its expiry was left behind.</summary>
    public required string PickReason { get; init; }

    /// <summary>The vouchers (代金券) it sells, redeems or gives up; null where none.</summary>
    public required VoucherRange? Vouchers { get; init; }

    /// <summary>Of a count; null elsewhere.</summary>
    public required CountedView? Counted { get; init; }

    /// <summary>Of an inquiry: what suppliers quoted.</summary>
    public IReadOnlyList<SupplierQuote> Quotes { get; init; } = [];

    /// <summary>Of an invoice or a request for one: the lines it is over.</summary>
    public IReadOnlyList<InvoicedView> Invoiced { get; init; } = [];

    /// <summary>What it adds to estimates, or takes off them.</summary>
    public IReadOnlyList<AccrualView> Accruals { get; init; } = [];

    /// <summary>What it moved, by batch and bin.</summary>
    public IReadOnlyList<MovementView> Movements { get; init; } = [];

    /// <summary>Trace codes (追溯码) of the packs that moved.</summary>
    public IReadOnlyList<string> TraceCodes { get; init; } = [];

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];
}
