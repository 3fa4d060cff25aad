namespace Analytics.Ledger;

/// <summary>Whose credit is limited. In the book each is the snake_case of its name.</summary>
public enum CreditScope
{
    Party,
    Employee,
    Department,
}
