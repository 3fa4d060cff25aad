using System.Globalization;

namespace Analytics.Ledger;

/// <summary>An exact amount in yuan with four decimals, held as ×10⁴ in a <see cref="long"/>.</summary>
/// <remarks>Range ± 922 trillion. The default value is zero. Arithmetic is checked: an overflow throws.</remarks>
public readonly record struct Money(long Units) : IComparable<Money>
{
    public const long Scale = 10_000;

    public static readonly Money Zero;

    /// <summary>The nearest amount, halves away from zero.</summary>
    public static Money Round(decimal amount) =>
        new((long)Math.Round(amount * Scale, 0, MidpointRounding.AwayFromZero));

    /// <summary>Whether the amount has at most four decimals and fits; if so, what it is.</summary>
    public static bool TryExact(decimal amount, out Money money)
    {
        var fits = Math.Abs(amount) < 900_000_000_000_000m;
        money = fits ? Round(amount) : Zero;
        return fits && money.ToDecimal() == amount;
    }

    public decimal ToDecimal() => (decimal)Units / Scale;

    public static Money operator +(Money a, Money b) => new(a.Units + b.Units);

    public static Money operator -(Money a, Money b) => new(a.Units - b.Units);

    public static Money operator -(Money a) => new(-a.Units);

    public static bool operator <(Money a, Money b) => a.Units < b.Units;

    public static bool operator >(Money a, Money b) => a.Units > b.Units;

    public static bool operator <=(Money a, Money b) => a.Units <= b.Units;

    public static bool operator >=(Money a, Money b) => a.Units >= b.Units;

    public int CompareTo(Money other) => Units.CompareTo(other.Units);

    public override string ToString() => ToDecimal().ToString("0.00##", CultureInfo.InvariantCulture);
}
