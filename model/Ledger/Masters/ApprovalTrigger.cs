namespace Analytics.Ledger;

/// <summary>What brings an approval rule into play. In the book each is the snake_case of its name.</summary>
public enum ApprovalTrigger
{
    /// <summary>Every document of the kind.</summary>
    Always,

    /// <summary>A total, tax included, of at least the threshold.</summary>
    Amount,

    /// <summary>A discount of at least that fraction of the amount before it.</summary>
    Discount,

    /// <summary>A line sold below its cost.</summary>
    BelowCost,

    /// <summary>More owed than the credit limit allows.</summary>
    OverCredit,
}
