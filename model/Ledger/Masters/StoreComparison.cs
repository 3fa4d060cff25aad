namespace Analytics.Ledger;

/// <summary>Whether a store may stand in comparisons. In the book each is the snake_case of its name.</summary>
public enum StoreComparison
{
    /// <summary>As its opening and its days of trading have it.</summary>
    ByRule,

    Comparable,
    NotComparable,
}
