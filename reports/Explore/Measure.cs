using Analytics.Star;

namespace Analytics.Reports.Explore;

/// <summary>A measure as the Star defines it: a macro over columns of one relation, or over other measures.</summary>
/// <param name="Name">Of the macro, and of the column it answers with.</param>
/// <param name="Relation">The logical relation whose columns it takes, e.g. <c>sales</c>; empty where it takes
/// measures.</param>
/// <param name="Takes">Columns of the relation, or measures, in the order of the macro's parameters.</param>
/// <param name="Entry">Label, unit, meaning and what it is confused with.</param>
public sealed record Measure(string Name, string Relation, IReadOnlyList<string> Takes, GlossaryEntry Entry)
{
    /// <summary>The column that stands once on a whole ticket, so that lines cannot be told by it.</summary>
    private const string OncePerTicket = "ticket_count";

    /// <summary>Of each that it takes, whether it is only summed; null where the number of rows counts too.</summary>
    public IReadOnlyList<bool>? Sums { get; init; }

    /// <summary>Made of other measures, of several relations perhaps.</summary>
    public bool IsDerived => Relation.Length == 0;

    /// <summary>What stands at the end of a range, from everything dated up to it, rather than what moved within.
    /// </summary>
    public bool IsBalance => Entry.Kind == "semi-additive";

    /// <summary>Counts whole tickets: no dimension or filter that parts a ticket's lines may go with it.</summary>
    public bool IsOfTickets => Takes.Contains(OncePerTicket);
}
