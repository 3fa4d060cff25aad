using System.Globalization;

namespace Analytics.Ledger.Costing;

/// <summary>The place of a movement in the order of cost: by moment, in before out before what takes something back or is
/// made out of what went out before revaluations of what is there, by kind and number of its document (the shorter number first), by its line. Never by when it was recorded.</summary>
internal readonly record struct OrderKey(long BusinessAt, int Rank, string Kind, string DocumentNo, long LineNo)
    : IComparable<OrderKey>
{
    public static readonly OrderKey First = new(long.MinValue, 0, "", "", 0);

    /// <summary>All but the moment, as <c>state_pool</c> keeps it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Rank} {LineNo} {Kind} {DocumentNo}");

    public static OrderKey Of(long businessAt, string text)
    {
        var parts = text.Split(' ', 4);
        return parts.Length < 4
            ? First with { BusinessAt = businessAt }
            : new OrderKey(
                businessAt,
                int.Parse(parts[0], CultureInfo.InvariantCulture),
                parts[2],
                parts[3],
                long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static int RankOf(long qty, CostBasis basis, MovementRef source) => qty switch
    {
        < 0 => 1,
        0 => 3,
        _ => source == MovementRef.None && basis != CostBasis.Derived ? 0 : 2,
    };

    public int CompareTo(OrderKey other)
    {
        var byMoment = BusinessAt.CompareTo(other.BusinessAt);
        if (byMoment != 0)
        {
            return byMoment;
        }

        var byRank = Rank.CompareTo(other.Rank);
        if (byRank != 0)
        {
            return byRank;
        }

        var byKind = string.CompareOrdinal(Kind, other.Kind);
        var byNumber = byKind != 0 ? byKind : ByNumber(other);
        return byNumber != 0 ? byNumber : LineNo.CompareTo(other.LineNo);
    }

    // The shorter first: 9 comes before 10, so that documents numbered on arrive in order.
    private int ByNumber(OrderKey other)
    {
        var byLength = DocumentNo.Length.CompareTo(other.DocumentNo.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(DocumentNo, other.DocumentNo);
    }

    public static bool operator <(OrderKey left, OrderKey right) => left.CompareTo(right) < 0;

    public static bool operator >(OrderKey left, OrderKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(OrderKey left, OrderKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OrderKey left, OrderKey right) => left.CompareTo(right) >= 0;
}
