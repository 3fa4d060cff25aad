namespace Analytics.Reports.Explore;

/// <summary>The column rows are in the order of.</summary>
/// <param name="Column">A column of the answer.</param>
/// <param name="IsAscending">Smallest first; blanks are last either way.</param>
public sealed record ExploreSort(string Column, bool IsAscending)
{
    /// <summary>Reads <c>sales_amount</c>, largest first, or <c>+sales_amount</c>.</summary>
    public static ExploreSort Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('+') ? new(text[1..].Trim(), true) : new(text.TrimStart('-').Trim(), false);
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => (IsAscending ? "+" : "") + Column;
}
