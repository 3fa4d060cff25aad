namespace Analytics.Ledger.Posting;

/// <summary>Spreads an amount over others by their size.</summary>
internal static class Spreading
{
    // Amounts have four decimals, cents two.
    private const long Cent = 100;

    /// <summary>Shares of a total, each by the size of its amount, whole cents where the rest allows it, none above its
    /// amount; the largest amount takes the rest.</summary>
    /// <param name="total">At most what the amounts come to.</param>
    /// <param name="amounts">None below zero.</param>
    public static long[] By(long total, IReadOnlyList<long> amounts)
    {
        var all = amounts.Sum();
        if (total == 0 || all == 0)
        {
            return new long[amounts.Count];
        }

        long[] shares = [.. amounts.Select(amount => (long)((Int128)total * amount / all / Cent) * Cent)];
        var rest = total - shares.Sum();
        foreach (var at in Enumerable.Range(0, shares.Length).OrderByDescending(at => amounts[at]))
        {
            var more = Math.Min(rest, amounts[at] - shares[at]);
            shares[at] += more;
            rest -= more;
        }

        return shares;
    }
}
