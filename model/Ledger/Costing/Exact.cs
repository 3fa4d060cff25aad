namespace Analytics.Ledger.Costing;

/// <summary>Whole-number arithmetic of the book: exact in the middle, rounded once, halves away from zero.</summary>
internal static class Exact
{
    /// <summary>a × b ÷ c.</summary>
    public static long MulDiv(long a, long b, long c)
    {
        var product = (Int128)a * b;
        var quotient = product / c;
        var rest = Int128.Abs(product - (quotient * c));
        if (rest * 2 >= Int128.Abs(c))
        {
            quotient += Int128.IsNegative(product) == long.IsNegative(c) ? 1 : -1;
        }

        return checked((long)quotient);
    }
}
