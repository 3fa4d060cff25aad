namespace Analytics.Ledger;

/// <summary>The lists whose values are masters. In the book each is the snake_case of its name.</summary>
public enum ListKind
{
    Project,
    Channel,
    Department,

    /// <summary>Reasons, such as for a loss or a pick.</summary>
    Reason,
}
