namespace Analytics.Reports.Explore;

/// <summary>Which rows count.</summary>
/// <param name="Column">A dimension, told by its codes, or a text or yes/no attribute such as <c>is_promoted</c>.
/// </param>
/// <param name="Values">For a yes/no attribute <c>true</c> or <c>false</c>.</param>
public sealed record ExploreFilter(string Column, FilterRule Rule, IReadOnlyList<string> Values)
{
    private static readonly (string Sign, FilterRule Rule)[] Signs =
        [("!=", FilterRule.NotIn), ("~", FilterRule.Contains), ("=", FilterRule.In)];

    /// <summary>Reads <c>store=S01|S02</c>, <c>item!=P001</c>, <c>item~词</c>; null where it is none.</summary>
    public static ExploreFilter? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (sign, rule) = Signs.FirstOrDefault(entry => text.Contains(entry.Sign, StringComparison.Ordinal));
        if (sign is null)
        {
            return null;
        }
        var at = text.IndexOf(sign, StringComparison.Ordinal);
        var values = text[(at + sign.Length)..].Split('|', StringSplitOptions.TrimEntries);
        return at == 0 || values.Any(value => value.Length == 0) ? null : new(text[..at].Trim(), rule, values);
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() =>
        Column + Signs.First(entry => entry.Rule == Rule).Sign + string.Join('|', Values);
}
