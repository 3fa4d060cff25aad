namespace Analytics.Ledger;

/// <summary>A version of a management cost (考核成本) of an item or of a category and all below it: cost ×
/// (1 + markup) + fixed cost × quantity. Shown beside the cost, never in the books.</summary>
/// <remarks>The item's own counts before its category's, the nearest category's before those above, and of several the
/// one that began last. Documents keep the version they were reckoned by.</remarks>
public sealed record ManagementCostMaster(string Code, DateOnly ValidFrom) : Submission
{
    /// <summary>Either this or <see cref="CategoryCode"/>.</summary>
    public string ItemCode { get; init; } = "";

    public string CategoryCode { get; init; } = "";

    /// <summary>The last day it holds; null where that is open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>As a fraction above −1: 0.05 is 5 % on top. At most six decimals.</summary>
    public decimal MarkupRate { get; init; }

    /// <summary>Of a base unit, at most six decimals.</summary>
    public decimal FixedCost { get; init; }

    public bool IsActive { get; init; } = true;
}
