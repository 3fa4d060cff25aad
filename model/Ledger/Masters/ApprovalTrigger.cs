namespace Analytics.Ledger;

/// <summary>What brings an approval rule into play. In the book each is the snake_case of its name.</summary>
public enum ApprovalTrigger
{
    /// <summary>Every document of the kind.</summary>
    Always,

    /// <summary>At least so many yuan: of goods, tax included; of what moves none, what it books or else settles.
    /// </summary>
    AmountAtLeast,

    /// <summary>A document dated at least so many days before it is recorded.</summary>
    BackdatedDays,

    /// <summary>A discount of at least that fraction of the amount before it.</summary>
    DiscountAtLeast,

    /// <summary>A reversal (红冲).</summary>
    Reversal,

    /// <summary>What goes beyond a limit of credit (超信用); without such a rule it is refused.</summary>
    OverCredit,

    /// <summary>An expense beyond its budget (超预算); without such a rule it is refused.</summary>
    OverBudget,

    /// <summary>A ticket of a store's day that was closed (日结); without such a rule it is refused.</summary>
    DayClosed,
}
