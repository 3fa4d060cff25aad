namespace Analytics.Ledger;

/// <summary>What a custom field takes. In the book each is the snake_case of its name.</summary>
public enum FieldType
{
    Text,
    WholeNumber,
    Number,
    Date,
    Bool,

    /// <summary>One of <see cref="CustomFieldMaster.Choices"/>.</summary>
    Choice,
}
