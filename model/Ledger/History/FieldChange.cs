namespace Analytics.Ledger.History;

/// <summary>A field that a step changed.</summary>
/// <param name="Field">Its column; <c>unit.盒.unit_factor</c> of a unit, <c>field.colour</c> of a custom field.</param>
/// <param name="Before">As text: amounts in yuan, dates as yyyy-MM-dd, other masters by their code; empty where there
/// was nothing.</param>
/// <param name="After">The same after it. What is personal only says <c>changed</c> or <c>erased</c>.</param>
public sealed record FieldChange(string Field, string Before, string After);
