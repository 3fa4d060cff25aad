namespace Analytics.Ledger;

/// <summary>What a custom field stands on. In the book each is the snake_case of its name.</summary>
public enum FieldOwner
{
    Item,
    Party,
    Store,
    Document,
    DocumentLine,
}
