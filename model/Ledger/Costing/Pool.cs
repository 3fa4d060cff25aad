using System.Collections.Immutable;

namespace Analytics.Ledger.Costing;

/// <summary>A cost pool: what is on hand of one item in one depot.</summary>
/// <param name="Qty">On hand, ×10⁴; below zero where more went out than came in.</param>
/// <param name="Value">At cost, ×10⁴.</param>
/// <param name="LastCost">The last cost known of one base unit, ×10⁶; −1 where none is.</param>
/// <param name="LastBusinessAt">Of the latest movement, Unix milliseconds; a document before it is backdated.</param>
/// <param name="Uncovered">Issues without goods, oldest first; Σ quantity = −<paramref name="Qty"/> while that is below
/// zero, empty otherwise.</param>
internal sealed record Pool(
    long Qty, long Value, long LastCost, long LastBusinessAt, ImmutableList<Uncovered> Uncovered)
{
    public static readonly Pool Empty = new(0, 0, -1, long.MinValue, []);
}
