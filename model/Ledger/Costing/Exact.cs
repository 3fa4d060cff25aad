namespace Analytics.Ledger.Costing;

/// <summary>Whole-number arithmetic of the book: exact in the middle, rounded once, halves away from zero.</summary>
internal static class Exact
{
    /// <summary>The greatest total of the book, 40 trillion: a sum of two still fits the star's DECIMAL(18, 4), so what
    /// is posted can be published.</summary>
    private const long MostInTotal = 400_000_000_000_000_000;

    /// <summary>A total and what comes on top of it.</summary>
    /// <exception cref="OverflowException">The total would leave the range of the book.</exception>
    public static long Total(long soFar, long more)
    {
        var total = soFar + more;
        return total is <= MostInTotal and >= -MostInTotal ? total : throw new OverflowException();
    }

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
