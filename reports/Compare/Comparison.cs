namespace Analytics.Reports.Compare;

/// <summary>A figure against its base. Null where there was nothing to compare.</summary>
internal static class Comparison
{
    /// <summary>Decimals that rates and growth are kept to.</summary>
    public const int RateDecimals = 10;

    /// <summary>Current − base; a member that sold in the base range alone counts as nothing now.</summary>
    public static decimal? Change(decimal? current, decimal? given) => given is null ? null : (current ?? 0) - given;

    /// <summary>Change ÷ base; null where the base is null or ≤ 0.</summary>
    public static decimal? GrowthRate(decimal? current, decimal? given) =>
        given is > 0 ? Rounded(((current ?? 0) - given.Value) / given.Value) : null;

    /// <summary>Current rate − base rate; null where either is.</summary>
    public static decimal? Points(decimal? current, decimal? given) => current - given;

    public static decimal Rounded(decimal rate) => Math.Round(rate, RateDecimals, MidpointRounding.AwayFromZero);
}
