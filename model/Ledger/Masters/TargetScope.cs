namespace Analytics.Ledger;

/// <summary>Whose target it is. In the book each is the snake_case of its name.</summary>
public enum TargetScope
{
    Company,
    Store,
    Department,
    Employee,
    Category,
    Channel,
    Party,
}
