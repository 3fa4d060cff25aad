namespace Analytics.Ledger;

/// <summary>What brings an approval rule into play. In the book each is the snake_case of its name.</summary>
public enum ApprovalTrigger
{
    /// <summary>Every document of the kind.</summary>
    Always,

    /// <summary>A total, tax included, of at least so many yuan.</summary>
    AmountAtLeast,

    /// <summary>A document dated at least so many days before it is recorded.</summary>
    BackdatedDays,

    /// <summary>A discount of at least that fraction of the amount before it.</summary>
    DiscountAtLeast,

    /// <summary>A reversal (红冲).</summary>
    Reversal,

    /// <summary>A ticket of a store's day that was closed (日结); without such a rule it is refused.</summary>
    DayClosed,
}
