namespace Analytics.Ledger;

/// <summary>What a promotion can be bound to. In the book each is the snake_case of its name.</summary>
public enum PromotionScopeKind
{
    Store,
    Item,
    Category,

    /// <summary>Class of a party, such as 会员.</summary>
    PartyClass,
}
