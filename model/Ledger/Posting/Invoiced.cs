namespace Analytics.Ledger.Posting;

/// <summary>What was invoiced of a line, ×10⁴.</summary>
internal readonly record struct Invoiced(long Qty, long Net, long Tax)
{
    public static Invoiced operator +(Invoiced one, Invoiced other) =>
        new(one.Qty + other.Qty, one.Net + other.Net, one.Tax + other.Tax);

    public static Invoiced operator -(Invoiced one) => new(-one.Qty, -one.Net, -one.Tax);
}
