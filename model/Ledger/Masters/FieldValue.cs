namespace Analytics.Ledger;

/// <summary>A custom field's value: a date as yyyy-MM-dd, a number with a point, a truth as true or false.</summary>
public sealed record FieldValue(string Name, string Value);
