namespace Analytics.Star;

/// <summary>One word of the Star: a table, a column, a measure or a dimension.</summary>
/// <param name="Name">Identifier, the same wherever it stands.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Unit">Unit of the values: CNY, base unit, fraction, minute …; empty where there is none.</param>
/// <param name="Kind">table, dimension, key, attribute, additive (a column that may be summed), semi-additive (not over
/// time), sum (a macro whose answers may be summed), measure (a macro whose answers may not: averages, distinct
/// counts), rate (a quotient shown in percent), rank (a place in an order, which a total has none of), or report (a
/// column that only reports have).</param>
/// <param name="Meaning">What it says, in one sentence.</param>
/// <param name="Not">What it is commonly confused with; empty where nothing is known.</param>
public sealed record GlossaryEntry(string Name, Label Label, string Unit, string Kind, string Meaning, string Not)
{
    /// <summary>Whether figures of different rows may be added, whatever tells the rows apart.</summary>
    public bool IsAdditive => Kind is "additive" or "sum";
}
