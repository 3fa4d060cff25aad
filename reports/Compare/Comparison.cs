namespace Analytics.Reports.Compare;

/// <summary>A figure against its base. Null where there was nothing to compare.</summary>
internal static class Comparison
{
    /// <summary>Decimals that rates and growth are kept to.</summary>
    public const int RateDecimals = 10;

    /// <summary>Current − base; a member that sold in the base range alone counts as nothing now.</summary>
    public static decimal? Change(decimal? current, decimal? given) =>
        given is null ? null : Trimmed((current ?? 0) - given.Value);

    /// <summary>Change ÷ base; null where the base is null or ≤ 0.</summary>
    public static decimal? GrowthRate(decimal? current, decimal? given) =>
        given is > 0 ? Rounded(((current ?? 0) - given.Value) / given.Value) : null;

    /// <summary>Current rate − base rate; null where either is.</summary>
    public static decimal? Points(decimal? current, decimal? given) =>
        current is null || given is null ? null : Trimmed(current.Value - given.Value);

    /// <summary>A part ÷ the whole; null where there is no part, or the whole is ≤ 0.</summary>
    public static decimal? Share(decimal? part, decimal? whole) =>
        part is not null && whole is > 0 ? Rounded(part.Value / whole.Value) : null;

    /// <summary>Change of a part ÷ the base of the whole, so that the parts' pulls add up to the whole's growth; null
    /// where that base is null or ≤ 0.</summary>
    public static decimal? Pull(decimal? current, decimal? given, decimal? whole) =>
        whole is > 0 ? Rounded(((current ?? 0) - (given ?? 0)) / whole.Value) : null;

    public static decimal Rounded(decimal rate) =>
        Trimmed(Math.Round(rate, RateDecimals, MidpointRounding.AwayFromZero));

    /// <summary>The same number without zeros at its end, so that equal figures are written alike.</summary>
    public static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;
}
