using System.Globalization;

namespace Analytics.Ledger;

/// <summary>An exact quantity with four decimals, held as ×10⁴ in a <see cref="long"/>.</summary>
/// <remarks>Range ± 922 trillion units. The default value is zero. Arithmetic is checked: an overflow throws.</remarks>
public readonly record struct Qty(long Units) : IComparable<Qty>
{
    public const long Scale = 10_000;

    public static readonly Qty Zero;

    /// <summary>The nearest quantity, halves away from zero.</summary>
    public static Qty Round(decimal quantity) =>
        new((long)Math.Round(quantity * Scale, 0, MidpointRounding.AwayFromZero));

    /// <summary>Whether the quantity has at most four decimals and fits; if so, what it is.</summary>
    public static bool TryExact(decimal quantity, out Qty qty)
    {
        var fits = Math.Abs(quantity) < 900_000_000_000_000m;
        qty = fits ? Round(quantity) : Zero;
        return fits && qty.ToDecimal() == quantity;
    }

    public decimal ToDecimal() => (decimal)Units / Scale;

    public static Qty operator +(Qty a, Qty b) => new(a.Units + b.Units);

    public static Qty operator -(Qty a, Qty b) => new(a.Units - b.Units);

    public static Qty operator -(Qty a) => new(-a.Units);

    public static bool operator <(Qty a, Qty b) => a.Units < b.Units;

    public static bool operator >(Qty a, Qty b) => a.Units > b.Units;

    public static bool operator <=(Qty a, Qty b) => a.Units <= b.Units;

    public static bool operator >=(Qty a, Qty b) => a.Units >= b.Units;

    public int CompareTo(Qty other) => Units.CompareTo(other.Units);

    public override string ToString() => ToDecimal().ToString("0.####", CultureInfo.InvariantCulture);
}
